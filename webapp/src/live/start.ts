import { tabIdentity } from "./client_id";
import type { Request, Update } from "./contract";
import { PageStore } from "./page_store";

/** The pages' one way to the worker: ask it for something, and read the store it fills. */
export interface Live {
  readonly store: PageStore;
  ask(request: Request): void;
}

/** Starts the worker of this tab. Requests made before it is up wait for it. */
export function start(): Live {
  const worker = new Worker(new URL("../worker.ts", import.meta.url), { type: "module", name: "central-system" });
  const store = new PageStore();
  worker.addEventListener("message", (event: MessageEvent<Update>) => store.apply(event.data));
  let early: Request[] | null = [];
  const ask = (request: Request): void => {
    if (early) early.push(request);
    else worker.postMessage(request);
  };
  void tabIdentity().then((tab) => {
    worker.postMessage({ kind: "start", relay: relayAddress(window.location), ...tab } satisfies Request);
    for (const request of early ?? []) worker.postMessage(request);
    early = null;
  });
  return { store, ask };
}

/** The page's own address with a WebSocket scheme: the relay serves both. */
export function relayAddress(page: Pick<Location, "protocol" | "host" | "pathname">): string {
  const folder = page.pathname.replace(/[^/]*$/, "").replace(/\/$/, "");
  return `${page.protocol === "https:" ? "wss:" : "ws:"}//${page.host}${folder}`;
}
