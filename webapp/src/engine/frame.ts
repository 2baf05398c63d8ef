import { type Json, isObject, parseJson, wordOf } from "./json";
import { base64Length, utf8Length } from "./utf8";

/** As it came, so that it can be echoed byte for byte: chargers send numbers, and numbers no JavaScript number can hold. */
export interface UniqueId {
  /** What people read and what pairs: without quotes. */
  shown: string;
  /** Its JSON, cut from the frame. */
  json: string;
}

export interface Call {
  kind: "call";
  id: UniqueId;
  action: string;
  payload: Json;
}

export type Frame =
  | Call
  | { kind: "send"; id: UniqueId; action: string; payload: Json }
  | { kind: "result"; id: UniqueId; payload: Json }
  | { kind: "error"; id: UniqueId; code: string; description: string; details: Json }
  | { kind: "result-error"; id: UniqueId; code: string; description: string; details: Json }
  | { kind: "malformed"; words: string };

/** What a text frame is. Never throws; extra elements (signatures) are let through. */
export function parseFrame(text: string): Frame {
  const parsed = parseJson(text);
  if (!parsed.ok) return malformed(notJson(text, parsed.fault));
  if (!Array.isArray(parsed.value)) return notOcpp(nameOf(parsed.value));
  return fromElements(parsed.value, text);
}

export function binaryFrame(base64: string): Frame {
  return malformed(`Binary, ${bytes(base64Length(base64))}`);
}

function fromElements(elements: Json[], text: string): Frame {
  const [type, id, third, fourth, details] = elements;
  if (elements.length < 3) return notOcpp(elements.length === 1 ? "1 element" : `${elements.length} elements`);
  if (typeof type !== "number" || type < 2 || type > 6 || !Number.isInteger(type))
    return notOcpp(`message type ${JSON.stringify(type)}`);
  if (typeof id !== "string" && typeof id !== "number") return notOcpp(`its unique id is ${nameOf(id)}`);
  const uniqueId = uniqueIdOf(id, text);
  if (type === 3) return { kind: "result", id: uniqueId, payload: third ?? null };
  if (type === 4 || type === 5) return error(type, uniqueId, third, fourth, details);
  if (fourth === undefined) return notOcpp("3 elements");
  if (typeof third !== "string") return notOcpp(`its action is ${nameOf(third)}`);
  return { kind: type === 2 ? "call" : "send", id: uniqueId, action: third, payload: fourth };
}

function error(type: 4 | 5, id: UniqueId, code: Json = null, description: Json = "", details: Json = {}): Frame {
  const words = (value: Json): string => wordOf(value) ?? JSON.stringify(value);
  return {
    kind: type === 4 ? "error" : "result-error",
    id,
    code: words(code),
    description: words(description),
    details,
  };
}

function uniqueIdOf(id: string | number, text: string): UniqueId {
  const json = secondElement(text);
  return { shown: typeof id === "string" ? id : json, json };
}

/** The text of a valid JSON list's second element, when the first is a number and the second a string or a number. */
function secondElement(text: string): string {
  let start = text.indexOf(",") + 1;
  while (" \t\n\r".includes(text.charAt(start))) start += 1;
  let end = start + 1;
  if (text[start] === '"') {
    while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    return text.slice(start, end + 1);
  }
  while (!" \t\n\r,]".includes(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

function notJson(text: string, fault: { at: number; ended: boolean }): string {
  if (text === "") return "Not JSON: it is empty";
  const size = utf8Length(text);
  if (fault.ended) return `Not JSON: it ends after ${bytes(size)}`;
  return `Not JSON: it goes wrong after ${bytes(utf8Length(text.slice(0, fault.at)))}`;
}

function notOcpp(why: string): Frame {
  return malformed(`JSON, but not an OCPP frame: ${why}`);
}

function malformed(words: string): Frame {
  return { kind: "malformed", words };
}

function nameOf(value: Json | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : String(value);
}

function bytes(count: number): string {
  return count === 1 ? "1 byte" : `${count} bytes`;
}

// ---- the other way

export function callText(id: string, action: string, payload: Json, spelled = JSON.stringify(payload)): string {
  return `[2,${JSON.stringify(id)},${JSON.stringify(action)},${spelled}]`;
}

export function resultText(id: UniqueId, payload: Json): string {
  return `[3,${id.json},${JSON.stringify(payload)}]`;
}

export function errorText(id: UniqueId, code: string, description: string, details: Json): string {
  return `[4,${id.json},${JSON.stringify(code)},${JSON.stringify(description)},${JSON.stringify(details)}]`;
}
