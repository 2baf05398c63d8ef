import type { Json } from "../engine/json";
import { type Carried, type Kind, schemaOf } from "./carried";
import { type Actions, actionsOf } from "./directions";
import { faultOf } from "./fault";
import type { Schema } from "./json_schema";
import { type Note, noteOf } from "./note";
import { overlaid } from "./overlay";
import type { Validators } from "./validators";
import { spoken, type Version } from "./version";

/** More notes than anybody reads; the rest is counted. */
const most = 100;

/** What the standard says about the payloads of one version. */
export class VersionSchemas {
  readonly actions: Actions;
  private readonly known = new Map<string, Schema>();

  constructor(
    readonly version: Version,
    private readonly carried: Carried,
    private readonly validators: Validators,
  ) {
    this.actions = actionsOf(version, Object.keys(carried.messages));
  }

  /** The standard's file, with our overlay; undefined for an action that it does not have. */
  schema(action: string, kind: Kind): Schema | undefined {
    const key = `${action} ${kind}`;
    const known = this.known.get(key);
    const file = this.file(action, kind);
    if (known !== undefined || file === undefined) return known;
    const schema = overlaid(file, this.version, action, kind);
    this.known.set(key, schema);
    return schema;
  }

  /** The standard's file as it is. */
  file(action: string, kind: Kind): Schema | undefined {
    const file = own(this.carried.messages, action)?.[kind];
    return file && schemaOf(this.carried, file);
  }

  /** Takes any payload, never throws and changes nothing; an empty list says that it fits. */
  notes(action: string, kind: Kind, payload: Json): Note[] {
    const standard = spoken(this.version);
    const schema = this.schema(action, kind);
    const validate = own(this.validators, action)?.[kind];
    if (schema === undefined || validate === undefined) return [unknownAction(action, kind, standard)];
    if (validate(payload)) return [];
    const found = validate.errors ?? [];
    validate.errors = null;
    const notes = found.slice(0, most).map((one) => noteOf(faultOf(one, payload), payload, schema, standard));
    return found.length > most ? [...notes, more(found.length - most)] : notes;
  }
}

function unknownAction(action: string, kind: Kind, standard: string): Note {
  const words = kind === "call" ? `has no action ${action}` : `has no answer to ${action}`;
  return { path: [], where: "$", kind: "action", sentence: `${standard} ${words}.` };
}

function more(count: number): Note {
  const sentence = count === 1 ? "1 more of the kind." : `${count} more of the kind.`;
  return { path: [], where: "$", kind: "more", sentence };
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
