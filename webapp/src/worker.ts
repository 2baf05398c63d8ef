import { browserClock } from "./live/clock";
import type { About, Page, Request, Update } from "./live/contract";
import type { Socket } from "./live/relay_socket";
import { Tab, type World } from "./live/tab";
import { KeptFiles } from "./store/kept_files";
import { Store } from "./store/store";

interface Scope {
  postMessage(update: Update): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
  addEventListener(type: "online", listener: () => void): void;
}

declare const self: Scope;

const world: World = {
  clock: browserClock,
  dial: (url) => new WebSocket(url, "relay.v1") as Socket,
  chance: () => Math.random(),
  store: Store.open(),
  files: () => KeptFiles.open(),
  askAbout,
  post: (update) => self.postMessage(update),
};

let tab: Promise<Tab> | null = null;

self.addEventListener("message", ({ data }) => {
  if (data.kind === "start") tab ??= Tab.start(data, world);
  else void tab?.then((started) => started.carryOut(data));
});

self.addEventListener("online", () => void tab?.then((started) => started.retry()));

async function askAbout({ relay }: Page): Promise<About | null> {
  try {
    const answer = await fetch(`${relay.replace(/^ws/, "http")}/about`);
    return answer.ok ? ((await answer.json()) as About) : null;
  } catch {
    return null;
  }
}
