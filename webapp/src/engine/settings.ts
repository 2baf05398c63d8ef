import type { FrameEnvelope } from "./envelope";
import type { Frame } from "./frame";
import { at, type Json, type JsonObject, listOf, wordOf } from "./json";
import type { OpenCall } from "./pairing";
import { answerSource, sourceOf } from "./source";
import { keyTarget, type Named, namesOf, variableTarget } from "./setting_names";
import type { Setting, SettingAttempt, SettingsRead, Source } from "./view";

const most = 5000;

/** What is known of the charger's configuration (1.6) or variables (2.x): only what it said itself. */
export class Settings {
  private readonly settings = new Map<string, Setting>();
  private changed = new Set<string>();
  private readAnew = false;
  private read: SettingsRead | null = null;
  /** Keys of the report that is coming in, by its request. */
  private report: { id: string; keys: number } | null = null;

  take(): { settings: Setting[]; read?: SettingsRead } {
    const settings = [...this.changed].flatMap((id) => this.settings.get(id) ?? []);
    if (settings.length > 0) this.changed = new Set();
    const read = this.readAnew && this.read !== null ? { read: this.read } : {};
    this.readAnew = false;
    return { settings, ...read };
  }

  call(call: OpenCall): void {
    const { action, payload } = call.frame;
    if (call.from === "cp") {
      if (action === "NotifyReport") this.reported(payload, sourceOf(call));
      if (action === "BootNotification") this.restarted();
      return;
    }
    for (const [target, value] of asked(action, payload)) {
      const source = sourceOf(call);
      this.attempt(target, { value, state: "waiting", words: "", source });
    }
  }

  answer(call: OpenCall, answer: Frame, envelope: FrameEnvelope): void {
    if (call.from === "cp") return;
    const { action, payload } = call.frame;
    const source = answerSource(call, envelope);
    const result = answer.kind === "result" ? answer.payload : null;
    if (answer.kind === "error") this.refused(call, answer.code, source);
    else if (action === "GetConfiguration") this.configuration(payload, result, source);
    else if (action === "GetVariables") this.variables(result, source);
    else if (action === "ChangeConfiguration") this.keySet(payload, result, source);
    else if (action === "SetVariables") this.variablesSet(payload, result, source);
  }

  /** Nobody will answer any more. */
  unanswered(call: OpenCall): void {
    if (call.from === "cs") this.refused(call, "no answer", sourceOf(call));
  }

  private configuration(request: Json, result: Json, source: Source): void {
    const keys = listOf(at(result, "configurationKey"));
    for (const entry of keys) {
      const key = wordOf(at(entry, "key"));
      if (key === undefined) continue;
      const readonly = at(entry, "readonly");
      const value = wordOf(at(entry, "value")) ?? null;
      this.learn(keyTarget(key), { value, source, ...(typeof readonly === "boolean" ? { readonly } : {}) });
    }
    if (listOf(at(request, "key")).length === 0) this.readAll(source, keys.length);
  }

  private variables(result: Json, source: Source): void {
    for (const entry of listOf(at(result, "getVariableResult"))) {
      const target = variableTarget(entry, at(entry, "attributeType"));
      if (target === null || wordOf(at(entry, "attributeStatus")) !== "Accepted") continue;
      this.learn(target, { value: wordOf(at(entry, "attributeValue")) ?? null, source });
    }
  }

  private reported(payload: Json, source: Source): void {
    const entries = listOf(at(payload, "reportData"));
    const id = wordOf(at(payload, "requestId")) ?? "";
    if (this.report?.id !== id) this.report = { id, keys: 0 };
    for (const entry of entries)
      for (const attribute of listOf(at(entry, "variableAttribute"))) {
        const target = variableTarget(entry, at(attribute, "type"));
        if (target === null) continue;
        const mutability = wordOf(at(attribute, "mutability"));
        const value = wordOf(at(attribute, "value")) ?? null;
        this.learn(target, { value, readonly: mutability === "ReadOnly", source });
        this.report.keys += 1;
      }
    if (at(payload, "tbc") !== true) this.readAll(source, this.report.keys);
  }

  private keySet(request: Json, result: Json, source: Source): void {
    const target = keyTarget(wordOf(at(request, "key")) ?? "");
    this.settled(target, wordOf(at(request, "value")) ?? "", wordOf(at(result, "status")) ?? "", source);
  }

  private variablesSet(request: Json, result: Json, source: Source): void {
    const values = new Map(asked("SetVariables", request).map(([target, value]) => [namesOf(target).id, value]));
    for (const entry of listOf(at(result, "setVariableResult"))) {
      const target = variableTarget(entry, at(entry, "attributeType"));
      const value = target === null ? undefined : values.get(namesOf(target).id);
      if (target === null || value === undefined) continue;
      this.settled(target, value, wordOf(at(entry, "attributeStatus")) ?? "", source);
    }
  }

  /** Only what the charger took is its value. */
  private settled(target: JsonObject, value: string, words: string, source: Source): void {
    const state = words === "Accepted" ? "accepted" : words === "RebootRequired" ? "restart" : "refused";
    if (state !== "refused") this.learn(target, { value, source });
    this.attempt(target, { value, state, words, source });
  }

  private refused(call: OpenCall, words: string, source: Source): void {
    for (const [target, value] of asked(call.frame.action, call.frame.payload))
      this.attempt(target, { value, state: "refused", words, source });
  }

  private restarted(): void {
    for (const setting of this.settings.values())
      if (setting.attempt?.state === "restart") this.put({ ...setting, attempt: null });
  }

  private attempt(target: JsonObject, attempt: SettingAttempt): void {
    this.put({ ...this.find(target), attempt });
  }

  private learn(target: JsonObject, news: Partial<Setting>): void {
    const before = this.find(target);
    const settled = before.attempt?.state === "restart" ? before.attempt : null;
    this.put({ ...before, ...news, attempt: settled });
  }

  private find(target: JsonObject): Setting {
    const named: Named = namesOf(target);
    const unknown = { value: null, readonly: null, source: null, attempt: null };
    return this.settings.get(named.id) ?? { ...named, ...unknown, target };
  }

  private put(setting: Setting): void {
    if (!this.settings.has(setting.id) && this.settings.size >= most) return;
    this.settings.set(setting.id, setting);
    this.changed.add(setting.id);
  }

  private readAll(source: Source, count: number): void {
    this.read = { source, count };
    this.readAnew = true;
  }
}

/** What a call of ours wants to set. */
function asked(action: string, payload: Json): [JsonObject, string][] {
  if (action === "ChangeConfiguration") {
    const key = wordOf(at(payload, "key"));
    return key === undefined ? [] : [[keyTarget(key), wordOf(at(payload, "value")) ?? ""]];
  }
  if (action !== "SetVariables") return [];
  return listOf(at(payload, "setVariableData")).flatMap((entry): [JsonObject, string][] => {
    const target = variableTarget(entry, at(entry, "attributeType"));
    return target === null ? [] : [[target, wordOf(at(entry, "attributeValue")) ?? ""]];
  });
}
