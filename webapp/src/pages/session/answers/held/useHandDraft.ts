import { useSyncExternalStore } from "react";
import type { HeldCall } from "../../../../live/contract";
import { usualReply } from "../../../../responder/default_answers";
import type { CannedReply } from "../../../../responder/rule";
import { heldKey } from "./held_words";

/** What is being written for held calls, by call: it stays while one looks at another card or another view. */
let drafts: ReadonlyMap<string, CannedReply> = new Map();
const listeners = new Set<() => void>();

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

function change(next: Map<string, CannedReply>): void {
  drafts = next;
  for (const told of listeners) told();
}

/** The answer that is being written for this call; to begin with, the suggested one. */
export function useHandDraft(identity: string, call: HeldCall): [CannedReply, (reply: CannedReply) => void] {
  const key = `${identity} ${heldKey(call)}`;
  const draft = useSyncExternalStore(subscribe, () => drafts.get(key));
  return [draft ?? suggestedReply(call), (reply) => change(new Map(drafts).set(key, reply))];
}

/** Spelled out, so that it can be changed. */
export function suggestedReply({ suggestion, version, action, payload }: HeldCall): CannedReply {
  return suggestion.reply.kind === "default" ? usualReply(version, { action, payload }) : suggestion.reply;
}

/** Once it is answered, what was written for it is of no use. */
export function forgetDraft(identity: string, call: HeldCall): void {
  const next = new Map(drafts);
  if (next.delete(`${identity} ${heldKey(call)}`)) change(next);
}
