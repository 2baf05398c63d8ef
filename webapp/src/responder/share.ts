import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { parseJson } from "../engine/json";
import { type ReadProfile, readProfile } from "./read_profile";
import type { Profile } from "./rule";

export type Packed = { ok: true; packed: string } | { ok: false; words: string };

/** What mail, chats and issue trackers let through in a link. */
const longestLink = 8000;
/** What a link may unfold to. */
const largest = 1 << 20;

/** Rules as text for a link's fragment, which no server ever sees. */
export function pack(profile: Profile): Packed {
  const packed = toBase64Url(deflateSync(strToU8(JSON.stringify(profile)), { level: 9 }));
  if (packed.length <= longestLink) return { ok: true, packed };
  const words = `These rules are too large for a link (${packed.length} of ${longestLink} characters). Export them as a file.`;
  return { ok: false, words };
}

/** Rules from a link: whoever wrote it is not trusted. */
export function unpack(packed: string): ReadProfile {
  const text = inflated(packed);
  if (text === null) return refused("This link is damaged: a part of it is missing or was changed on the way.");
  if (text === "too large") return refused("This link unfolds to more than rules can be.");
  return fromText(text.text);
}

/** Rules as a file. */
export function toFile(profile: Profile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

export function fromText(text: string): ReadProfile {
  const parsed = parseJson(text);
  if (parsed.ok) return readProfile(parsed.value);
  const line = text.slice(0, parsed.fault.at).split("\n").length;
  return refused(`This is not JSON: line ${line}: ${parsed.fault.expected} is missing here.`);
}

function refused(words: string): ReadProfile {
  return { ok: false, wrong: [{ path: "$", words }] };
}

/** In small bites, so that what unfolds without end is noticed before it fills the memory. */
function inflated(packed: string): { text: string } | "too large" | null {
  const bytes = packed.length > 4 * longestLink ? null : fromBase64Url(packed);
  if (bytes === null) return null;
  const chunks: Uint8Array[] = [];
  let [size, ended] = [0, false];
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    ended = final;
  });
  try {
    for (let at = 0; at < bytes.length && size <= largest; at += bite)
      inflate.push(bytes.subarray(at, at + bite), at + bite >= bytes.length);
  } catch {
    return null;
  }
  if (size > largest) return "too large";
  return ended ? textOf(chunks, size) : null;
}

const bite = 256;

function textOf(chunks: readonly Uint8Array[], size: number): { text: string } {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return { text: strFromU8(all) };
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
