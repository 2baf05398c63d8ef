import type { Json } from "../engine/json";

/**
 * One rule: when a call fits, how it is answered. Plain JSON, so that it can be saved, compared, shared and read as a
 * sentence; `docs/rules.md` explains each part by example.
 */
export interface Rule {
  /** Stays while the rule is renamed and moved: counters hang on it. */
  id: string;
  name: string;
  on: boolean;
  when: When;
  answer: Plan;
}

/** Everything that is named must hold. */
export interface When {
  /** Any action when left out. */
  action?: string;
  /** The subprotocol's name, such as "ocpp1.6"; with `*`, as in "ocpp2*". */
  version?: string;
  /** `*` stands for any text, `?` for one character. */
  identity?: string;
  /** Only once BootNotification is accepted (true), or before (false). */
  booted?: boolean;
  conditions: Condition[];
  /** Only the n-th call of its action since the charger connected. */
  nth?: number;
}

/** About what stands at a path of the payload, such as `$.idTag`. With `[*]` in the path, any of them will do. */
export type Condition =
  | { path: string; test: "is" | "is not"; value: Json }
  /** An expression of RE2, which needs time in proportion to the text, whatever the expression. */
  | { path: string; test: "matches"; value: string }
  | { path: string; test: "is one of" | "is not one of"; value: Json[] }
  | { path: string; test: "exists" | "does not exist" }
  | { path: string; test: ">" | "<"; value: number };

export type Test = Condition["test"];

/** Which of its replies a rule gives next. */
export type Plan =
  | { mode: "always"; reply: CannedReply }
  /** Each step as often as it says, then the last one again and again, or all from the first. */
  | { mode: "sequence"; steps: Step[]; then: "repeat last" | "loop" }
  | { mode: "random"; choices: Choice[] };

export interface Step {
  times: number;
  reply: CannedReply;
}

export interface Choice {
  weight: number;
  reply: CannedReply;
}

/** A reply as it is written down: templates such as `{{now}}` are filled when it goes out. */
export type CannedReply = CannedContent & { delay?: Delay; fault?: Fault };

export type CannedContent =
  /** The default answer to this call. */
  | { kind: "default" }
  | { kind: "result"; payload: Json }
  | { kind: "error"; code: string; description: string; details: Json }
  /** Hold the call until a person answers, or until the fallback is due. */
  | { kind: "ask" }
  /** Let the charge point time out. */
  | { kind: "silence" }
  /** End the charge point's connection with a goodbye. */
  | { kind: "close"; code: number; reason: string }
  /** End it without one. */
  | { kind: "cut" }
  /** This text as it stands, whatever it is. */
  | { kind: "raw"; text: string };

/** Before anything goes out. A range is drawn from evenly. */
export type Delay = { kind: "fixed"; ms: number } | { kind: "range"; fromMs: number; toMs: number };

/** What is broken on purpose about a result or an error. */
export type Fault = "late" | "twice" | "wrong unique id" | "wrong message type" | "truncated" | "empty";

/** Stands in for the default answer to one action of one version. */
export interface Default {
  version: string;
  action: string;
  reply: CannedReply;
}

/** A named list of rules. The first that matches answers; what none matches gets the default. */
export interface Profile {
  /** Of the format, not of the content; `migrations.ts` reads the older ones. */
  format: 1;
  name: string;
  rules: Rule[];
  /** Other defaults than the usual ones. */
  defaults: Default[];
  /** What a headless run waits for, to tell success from failure. */
  expect: Expectation[];
}

/** A call of this action came at least so often, within so many seconds of the start. */
export interface Expectation {
  action: string;
  times: number;
  withinSeconds: number;
}

export const faults: readonly [Fault, ...Fault[]] = [
  "late",
  "twice",
  "wrong unique id",
  "wrong message type",
  "truncated",
  "empty",
];

export const tests: readonly [Test, ...Test[]] = [
  "is",
  "is not",
  "matches",
  "is one of",
  "is not one of",
  "exists",
  "does not exist",
  ">",
  "<",
];
