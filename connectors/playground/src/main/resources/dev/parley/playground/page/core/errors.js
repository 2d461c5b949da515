// What went wrong, in a sentence that says what to do.

/** Why there is no microphone, from the error of `getUserMedia`. */
export function aboutMicrophone(error) {
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return {
        title: "The microphone is not allowed",
        text: "Allow it for this page in the address bar, and press Start again. Or type below: you will hear the answer.",
      };
    case "NotFoundError":
    case "OverconstrainedError":
      return {
        title: "There is no microphone",
        text: "Plug one in or choose another, and press Start again. Or type below: you will hear the answer.",
      };
    case "NotReadableError":
    case "AbortError":
      return {
        title: "The microphone does not answer",
        text: "Another program may be using it: close that, and press Start again.",
      };
    case "InsecureContext":
      return {
        title: "This address may not use a microphone",
        text: "Browsers allow it only for https:// and for localhost: start the server with --tls, or open the page on the server's own machine.",
      };
    default:
      return { title: "The microphone could not be opened", text: `${error.message || error.name}.` };
  }
}

const NO_KEY = "Paste one here: whoever runs the server makes them with “./parley key new”.";

/** Why the server did not let us in, from the status of a request. */
export function aboutStatus(status, message, hasKey = true) {
  const said = message || `The server answered ${status}.`;
  switch (status) {
    case 401:
      return { title: "This server needs a key", text: hasKey ? said : NO_KEY, needsKey: true };
    case 403:
      return { title: "The server refused this page", text: said };
    case 429:
    case 503:
      return { title: "The server is full", text: said, later: true };
    default:
      return { title: "The server did not take the session", text: said };
  }
}

/** Why a session with this model did not begin, although the server is there. */
export function aboutModel(model, listed) {
  return {
    title: `This server has no model “${model}”`,
    text: `Choose another in the settings: ${listed.slice(0, 5).join(", ")}.`,
  };
}

/** Why a connection ended, from its close code. */
export function aboutClose({ code, reason, opened }) {
  if (!opened) {
    return "The server cannot be reached.";
  }
  const said = reason ? ` It said: ${reason}` : "";
  switch (code) {
    case 1000:
      return `The server ended the session.${said}`;
    case 1001:
      return `The session has lasted as long as it may.${said}`;
    case 1008:
      return `The server refused to go on.${said}`;
    case 1009:
      return `A message was too long for the server.${said}`;
    case 1012:
      return `The server is restarting.${said}`;
    case 1013:
      return `The server is overloaded.${said}`;
    case 4408:
      return `The connection was too slow.${said}`;
    default:
      return `The connection to the server was lost.${said}`;
  }
}
