import { isCommand } from "./command_mark";
import type { Author } from "./view";
import type { FrameEnvelope, RoleEnvelope } from "./envelope";

/** Remembers who is who, to say who wrote an answer. */
export class Authors {
  private readonly names = new Map<string, { name: string | null; headless: boolean }>();

  constructor(private readonly me: string) {}

  learn({ holder, name, role }: Pick<RoleEnvelope, "holder" | "name" | "role">): void {
    if (holder !== null) this.names.set(holder, { name, headless: role === "standby" });
  }

  of({ client, by }: Pick<FrameEnvelope, "client" | "by">): Author {
    const way = wayOf(by);
    if (client === this.me) return way;
    const other = client === undefined ? undefined : this.names.get(client);
    if (other?.headless === true || way.kind === "headless") return headless(by);
    const name =
      other?.name == null ? (client === undefined ? "another program" : "another tab") : machineOf(other.name);
    return by === undefined ? { kind: "other", words: name } : { kind: way.kind, words: `${name} · ${way.kind}` };
  }
}

function wayOf(by: string | undefined): Author {
  if (by === undefined) return { kind: "other", words: "this tab" };
  if (by.startsWith("rule: ")) return named("rule", by.slice("rule: ".length));
  if (by.startsWith("headless")) return headless(by);
  if (by === "hand" || isCommand(by)) return { kind: "hand", words: "by hand" };
  if (by === "default" || by === "fallback") return { kind: by, words: by };
  return { kind: "other", words: by };
}

function headless(by: string | undefined): Author {
  const rule = by?.startsWith("headless: ") === true ? by.slice("headless: ".length) : null;
  return rule === null ? { kind: "headless", words: "headless" } : named("headless", rule);
}

/** A sequence's step stands behind the name. */
function named(kind: "rule" | "headless", label: string): Author {
  const [, name = label, step] = /^(.*) \((step [\d, of]+)\)$/.exec(label) ?? [];
  return { kind, words: `${kind} · ${name}`, ...(step === undefined ? {} : { step }) };
}

const systems = new Set(["Linux", "Windows", "a Mac", "Android", "iOS", "ChromeOS"]);

/** "bench-2" of "Firefox on bench-2", "Firefox" of "Firefox on Linux": the row is narrow. */
function machineOf(name: string): string {
  const [browser = name, machine = name] = name.split(" on ");
  return systems.has(machine) ? browser : machine;
}
