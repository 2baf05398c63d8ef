import type { Call, Frame } from "./frame";
import { at, type Json, listOf, wordOf } from "./json";
import type { Seen } from "./view";

const mostTags = 50;
const mostNames = 1000;

/** Tags, keys and variables that came by. A value stays where it was first seen, so that offers do not jump. */
export class SeenValues {
  private readonly tags = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly components = new Set<string>();
  private readonly variables = new Set<string>();
  private shown: Seen | null = null;

  get view(): Seen {
    this.shown ??= {
      tags: [...this.tags].reverse(),
      keys: [...this.keys].sort(),
      components: [...this.components].sort(),
      variables: [...this.variables].sort(),
    };
    return this.shown;
  }

  call({ action, payload }: Call): void {
    this.learn(this.tags, at(payload, "idTag") ?? at(payload, "idToken", "idToken"), mostTags);
    if (action === "ChangeConfiguration") this.learn(this.keys, at(payload, "key"), mostNames);
    if (action === "NotifyReport") this.report(at(payload, "reportData"));
    if (action === "SetVariables") this.report(at(payload, "setVariableData"));
  }

  answer(action: string, answer: Frame): void {
    if (answer.kind !== "result") return;
    if (action === "GetConfiguration")
      for (const one of listOf(at(answer.payload, "configurationKey")))
        this.learn(this.keys, at(one, "key"), mostNames);
    if (action === "GetVariables") this.report(at(answer.payload, "getVariableResult"));
  }

  private report(list: Json | undefined): void {
    for (const one of listOf(list)) {
      this.learn(this.components, at(one, "component", "name"), mostNames);
      this.learn(this.variables, at(one, "variable", "name"), mostNames);
    }
  }

  private learn(known: Set<string>, value: Json | undefined, most: number): void {
    const word = wordOf(value);
    if (word === undefined || word === "" || known.has(word)) return;
    known.add(word);
    const [oldest] = known;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    this.shown = null;
  }
}
