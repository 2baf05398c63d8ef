import type { FrameRow } from "../../../live/contract";
import { bytesOf } from "../../../parts/hex";
import { elementsOf } from "../../../parts/json_tokens";

/** The payload as it is spelled in the frame; the whole text where there is none to be found. */
export function payloadText(row: Pick<FrameRow, "type" | "text">): string {
  const elements = row.text === null ? null : elementsOf(row.text);
  if (row.text === null || elements === null) return row.text ?? "";
  switch (row.type) {
    case "call":
    case "send":
      return elements[3] ?? "";
    case "result":
      return elements[2] ?? "";
    case "error":
    case "result-error":
      return `[${elements.slice(2).join(",")}]`;
    case "malformed":
      return row.text;
  }
}

export function sizeOf(row: Pick<FrameRow, "text" | "base64">): number {
  return rawBytes(row).length;
}

export function rawBytes({ text, base64 }: Pick<FrameRow, "text" | "base64">): Uint8Array {
  return bytesOf(base64 === null ? { text: text ?? "" } : { base64 });
}
