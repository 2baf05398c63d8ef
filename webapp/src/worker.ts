import type { Request, Update } from "./live/contract";

interface Scope {
  postMessage(update: Update): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
}

declare const self: Scope;

self.addEventListener("message", ({ data }) => {
  if (data.kind === "start") self.postMessage({ open: [], relay: { kind: "idle" } });
});
