// How the page gets in: with no key where none is needed, else with a client secret that a key buys.

import { aboutStatus } from "./errors.js";

const KEY_PROTOCOL = "openai-insecure-api-key.";
const CLIENT_SECRET = "ek_";
const TIMING = "parley-timing"; // whoever does not know it tells nothing of its own time

/** The door is shut; `about` says why, and what to do. */
export class Refused extends Error {
  constructor(about) {
    super(about.text);
    this.about = about;
  }
}

/** The models that the server lists. `fetch` is the browser's. */
export async function models(origin, key, fetch = globalThis.fetch) {
  if (key.startsWith(CLIENT_SECRET)) {
    return []; // it starts sessions, and may ask nothing else
  }
  const answer = await ask(fetch, `${origin}/v1/models`, key);
  await refuseUnlessOk(answer, key);
  return (await answer.json()).data.map((model) => model.id);
}

/** The sub-protocols to connect with. A key itself is only sent where no secret is to be had. */
export async function protocols(origin, key, model, fetch = globalThis.fetch) {
  if (!key || key.startsWith(CLIENT_SECRET)) {
    return carrying(key);
  }
  const answer = await ask(fetch, `${origin}/v1/realtime/client_secrets`, key, {
    method: "POST",
    body: JSON.stringify({ session: { type: "realtime", model } }),
  });
  if ([403, 404, 405].includes(answer.status)) {
    return carrying(key);
  }
  await refuseUnlessOk(answer, key);
  return carrying((await answer.json()).value);
}

function carrying(key) {
  return ["realtime", TIMING, ...(key ? [KEY_PROTOCOL + key] : [])];
}

function ask(fetch, url, key, how = {}) {
  const headers = {
    ...(key && { Authorization: `Bearer ${key}` }),
    ...(how.body && { "Content-Type": "application/json" }),
  };
  return fetch(url, { ...how, headers, cache: "no-store", credentials: "omit" });
}

async function refuseUnlessOk(answer, key) {
  if (!answer.ok) {
    const said = await answer.json().catch(() => null);
    throw new Refused(aboutStatus(answer.status, said?.error?.message, key !== ""));
  }
}
