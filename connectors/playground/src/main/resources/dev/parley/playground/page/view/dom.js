// The few things that every view needs of the document.

export const byId = (id) => document.getElementById(id);

/** An element with some properties and children; text is always text. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Runs a task at most once a frame, however often it is wanted. */
export function onceAFrame(task) {
  let wanted = false;
  return () => {
    if (!wanted) {
      wanted = true;
      requestAnimationFrame(() => {
        wanted = false;
        task();
      });
    }
  };
}

/** Whole milliseconds, with thin spaces between thousands. */
export function millis(ms) {
  return Math.round(ms).toString().replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** Keeps a list at its end as it grows, unless its reader has scrolled elsewhere. */
export function followEnd(list) {
  let follows = true;
  list.addEventListener("scroll", () => {
    follows = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  });
  return () => {
    if (follows) {
      list.scrollTop = list.scrollHeight;
    }
  };
}
