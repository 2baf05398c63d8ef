import { isObject, type Json } from "../engine/json";
import { readName } from "./template_name";

/** What is wrong with a template: the text it stands in (`$.idTagInfo.expiryDate`), and where in that text. */
export interface TemplateNote {
  path: string;
  from: number;
  to: number;
  words: string;
}

const slot = /\{\{([^{}]*)(\}\})?/g;

/** Every `{{…}}` that will stay as it is written, for the editor. */
export function templateNotes(json: Json, path = "$"): TemplateNote[] {
  if (typeof json === "string") return textNotes(json, path);
  if (Array.isArray(json)) return json.flatMap((item, index) => templateNotes(item, `${path}[${index}]`));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => templateNotes(value, `${path}${keyWords(key)}`));
}

function textNotes(text: string, path: string): TemplateNote[] {
  return [...text.matchAll(slot)].flatMap(({ 0: written, 1: inner = "", 2: end, index }) => {
    const place = { path, from: index, to: index + written.length };
    if (end === undefined) return { ...place, words: "}} is missing here." };
    const name = readName(inner);
    return name.ok ? [] : { ...place, words: name.words };
  });
}

function keyWords(key: string): string {
  return /^[^.[\]\s'"]+$/.test(key) ? `.${key}` : `['${key}']`;
}
