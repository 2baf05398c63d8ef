import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { useLive } from "../../../live";
import { asRawText, maySend, readyToSend, type Writing } from "../draft";
import type { SendWish } from "./SendRow";

/** The way from a draft to the charger, with what the send row was set to. */
export function useSending(charger: Charger, writing: Writing) {
  const live = useLive();
  const [wish, setWish] = useState<SendWish>({ anyway: false, timeoutMs: null, repeat: null });
  const [whenItComes, setWhenItComes] = useState(false);
  const { identity, holdBack } = charger;
  const ready = readyToSend(writing);
  const send = (anyway: boolean) => {
    if (!maySend(holdBack, whenItComes).send) return;
    const draft = ready.kind === "ready" ? ready.draft : { kind: "raw" as const, text: asRawText(writing, freshId()) };
    const { timeoutMs, repeat } = wish;
    live.ask({
      kind: "send",
      ...{ identity, draft, anyway },
      ...(timeoutMs === null ? {} : { timeoutMs }),
      ...(repeat === null || holdBack?.kind === "absent" ? {} : { repeat }),
    });
  };
  /** Ctrl Enter, wherever in the draft; what is wrong does not leave by a key. */
  const pressed = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (ready.kind === "ready") send(false);
  };
  return { ready, wish, setWish, whenItComes, setWhenItComes, send, pressed };
}

function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
