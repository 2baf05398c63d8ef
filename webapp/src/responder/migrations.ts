import { isObject, type Json, type JsonObject } from "../engine/json";

/** Takes rules of one format to the next. */
export type Migration = (profile: JsonObject) => JsonObject;

/**
 * The first takes format 1 to 2, the second 2 to 3 and so on. One that was released is never edited: whoever has a file of
 * that format may open it with any later version. Format 1 is the newest so far.
 */
export const migrations: readonly Migration[] = [];

export type Migrated = { ok: true; json: Json } | { ok: false; words: string };

export function migrate(json: Json, newest: number, steps: readonly Migration[] = migrations): Migrated {
  if (!isObject(json)) return { ok: false, words: "These are no rules: a JSON object is expected." };
  const format = json["format"];
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1)
    return { ok: false, words: 'These are no rules: "format" must say which format they have, such as 1.' };
  if (format > newest)
    return {
      ok: false,
      words: `These rules have format ${format}; this version reads up to ${newest}. Update it first.`,
    };
  return { ok: true, json: steps.slice(format - 1, newest - 1).reduce((profile, step) => step(profile), json) };
}
