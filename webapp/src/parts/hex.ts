const perLine = 16;

/** A dump as engineers read it: offset, 16 bytes, what is printable. */
export function hexDump(data: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < data.length; at += perLine) lines.push(line(at, data.subarray(at, at + perLine)));
  return lines.join("\n");
}

function line(at: number, part: Uint8Array): string {
  const digits = Array.from(part, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const letters = Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
  return `${at.toString(16).padStart(4, "0")}  ${digits.padEnd(perLine * 3 - 1)}  ${letters}`;
}

export function bytesOf(frame: { text?: string; base64?: string }): Uint8Array {
  if (frame.base64 === undefined) return new TextEncoder().encode(frame.text ?? "");
  return Uint8Array.from(atob(frame.base64), (letter) => letter.charCodeAt(0));
}
