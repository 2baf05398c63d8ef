import { browserName } from "./browser_name";

/** How the relay knows this tab: an id that survives a refresh, and a label for people. */
export interface Tab {
  client: string;
  name: string;
}

const key = "ocpp-relay.client";

/**
 * The id lives in `sessionStorage`. Duplicating a tab copies that, so a lock tells whether the id is already in use;
 * without a secure context there are no locks, and a question on a channel does the same.
 */
export async function tabIdentity(): Promise<Tab> {
  const remembered = sessionStorage.getItem(key);
  const client = remembered !== null && (await takes(remembered)) ? remembered : await fresh();
  sessionStorage.setItem(key, client);
  return { client, name: browserName(navigator.userAgent) };
}

async function fresh(): Promise<string> {
  const client = `tab-${randomLetters(16)}`;
  await takes(client);
  return client;
}

function takes(client: string): Promise<boolean> {
  return "locks" in navigator ? takesByLock(client) : takesByAsking(client);
}

/** A refresh asks while the old page may still be going: it gets a moment to leave. */
async function takesByLock(client: string): Promise<boolean> {
  const patience = AbortSignal.timeout(300);
  return new Promise((resolve) => {
    const held = (): Promise<never> => {
      resolve(true);
      return new Promise(() => {}); // held as long as the page lives
    };
    navigator.locks.request(`ocpp-relay.${client}`, { signal: patience }, held).catch(() => resolve(false));
  });
}

function takesByAsking(client: string): Promise<boolean> {
  const channel = new BroadcastChannel(`ocpp-relay.${client}`);
  return new Promise((resolve) => {
    let mine = false;
    channel.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.data === "in use?" && mine) channel.postMessage("in use");
      if (event.data === "in use" && !mine) {
        channel.close();
        resolve(false);
      }
    });
    channel.postMessage("in use?");
    setTimeout(() => {
      mine = true;
      resolve(true);
    }, 150);
  });
}

function randomLetters(count: number): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  return [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => alphabet.charAt(byte % 32)).join("");
}
