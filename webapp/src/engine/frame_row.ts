import type { FrameEnvelope } from "./envelope";
import type { Frame } from "./frame";
import type { OpenCall } from "./pairing";
import { placeOf, transactionOf } from "./place";
import type { FrameRow, RowState } from "./view";

/** A frame as the log shows it; an answer borrows from its call what it does not say itself. */
export function frameRow(
  id: number,
  envelope: FrameEnvelope,
  frame: Frame,
  words: { summary: string; state: RowState; call?: OpenCall | undefined },
  placeOfTransaction: (transaction: string) => string | undefined,
): FrameRow {
  const { summary, state, call } = words;
  const payload = frame.kind === "call" || frame.kind === "send" || frame.kind === "result" ? frame.payload : null;
  const asked = call?.frame.payload ?? null;
  const transaction = transactionOf(payload) ?? transactionOf(asked) ?? null;
  const place = placeOf(payload)?.id ?? placeOf(asked)?.id;
  return {
    kind: "frame",
    id,
    epoch: envelope.epoch,
    seq: envelope.seq,
    at: envelope.at,
    from: envelope.from,
    type: frame.kind,
    action: frame.kind === "call" || frame.kind === "send" ? frame.action : (call?.frame.action ?? null),
    uniqueId: frame.kind === "malformed" ? null : frame.id.shown,
    summary,
    state,
    pair: call?.row ?? null,
    connector: place ?? (transaction === null ? null : (placeOfTransaction(transaction) ?? null)),
    transaction,
    text: envelope.text ?? null,
    base64: envelope.base64 ?? null,
  };
}
