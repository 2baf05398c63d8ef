import { beforeAll, describe, expect, test } from "vitest";
import { readSource } from "../../scripts/schemas/source";
import type { Json } from "../engine/json";
import { loadVersion } from "./load";
import { minimal } from "./minimal";
import { type Note, withoutTemplates } from "./note";
import { versions } from "./version";

const odd: Json[] = [
  ...[null, true, 0, "", [], [[[]]], { "": { a: [null] } }],
  JSON.parse('{"__proto__":1,"a/b~c":{}}') as Json,
];
const counts = { "ocpp1.6": 78, "ocpp2.0.1": 128, "ocpp2.1": 181 };

// The validators are made when they are first asked for.
beforeAll(() => Promise.all(versions.map(loadVersion)), 60_000);

describe.each(versions)("%s", (version) => {
  const files = readSource(version);

  test("carries every file of the standard, word for word", async () => {
    const schemas = await loadVersion(version);
    expect(files).toHaveLength(counts[version]);
    for (const { action, kind, schema } of files) expect(schemas.file(action, kind), action).toEqual(schema);
  });

  test("takes the smallest payload of every file", async () => {
    const schemas = await loadVersion(version);
    for (const { action, kind } of files) {
      const payload: Json = filled(minimal(schemas.schema(action, kind) ?? {}));
      expect(schemas.notes(action, kind, payload), `${action} ${kind}`).toEqual([]);
    }
  });

  test("finds what is missing in every file that requires something", async () => {
    const schemas = await loadVersion(version);
    for (const { action, kind, schema } of files) {
      const missing = schemas.notes(action, kind, {}).map((note) => note.path[0]);
      expect(new Set(missing), `${action} ${kind}`).toEqual(new Set(schema.required));
    }
  });

  test("never throws and never changes a payload", async () => {
    const schemas = await loadVersion(version);
    for (const { action, kind } of files)
      for (const payload of odd) {
        const before = JSON.stringify(payload);
        expect(() => schemas.notes(action, kind, payload)).not.toThrow();
        expect(JSON.stringify(payload)).toBe(before);
      }
  });

  test("says who calls what", async () => {
    const { actions } = await loadVersion(version);
    const both = actions.cp.filter((action) => actions.cs.includes(action));
    expect(both).toEqual(["DataTransfer"]);
    expect(actions.cp.length + actions.cs.length - 1).toBe(new Set(files.map(({ action }) => action)).size);
    expect(actions.cp).toContain("BootNotification");
    expect(actions.cs).toContain("Reset");
  });
});

test("a template is left alone until it is filled", async () => {
  const schemas = await loadVersion("ocpp1.6");
  const payload = { transactionId: "{{nextTransactionId}}", idTagInfo: { status: "{{call.status}}" } };
  const notes: Note[] = schemas.notes("StartTransaction", "result", payload);
  expect(notes.map(({ where }) => where)).toEqual(["$.idTagInfo.status", "$.transactionId"]);
  expect(withoutTemplates(notes, payload)).toEqual([]);
});

/** Templates as they are when they leave. */
function filled(payload: Json): Json {
  return JSON.parse(JSON.stringify(payload).replaceAll("{{now}}", "2026-11-20T12:00:00Z")) as Json;
}
