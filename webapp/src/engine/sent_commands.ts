import type { Command, CommandState } from "./view";
import type { Frame } from "./frame";
import { at, wordOf } from "./json";
import type { OpenCall } from "./pairing";
import { summarise } from "./summary/summary";

const most = 100;

/** Calls that went to the charger, whoever sent them, and how it answered. */
export class SentCommands {
  private commands: Command[] = [];

  /** The newest first. */
  get view(): readonly Command[] {
    return this.commands;
  }

  sent(command: Omit<Command, "state">, state: CommandState): void {
    this.commands = [{ ...command, state }, ...this.commands].slice(0, most);
  }

  /** `timeoutMs`: how long an answer may take. */
  answered(call: OpenCall, answer: Frame, ms: number, timeoutMs: number): void {
    const words = answer.kind === "result" ? summarise(answer, call.frame.action) : errorWords(answer);
    if (call.overdue || ms > timeoutMs)
      this.change(call.row, { kind: "late", words, lateMs: Math.max(0, ms - timeoutMs), timeoutMs });
    else this.change(call.row, { kind: "answered", words, good: isGood(answer), ms });
  }

  overdue(call: OpenCall, ms: number): void {
    this.change(call.row, { kind: "no-answer", ms });
  }

  private change(row: number, state: CommandState): void {
    this.commands = this.commands.map((command) => (command.row === row ? { ...command, state } : command));
  }
}

function errorWords(answer: Frame): string {
  return answer.kind === "error" ? answer.code : summarise(answer, null);
}

const bad = /reject|not|fail|unknown|error|occupied|fault|unavailable|invalid|denied|unsupported|duplicate/i;

function isGood(answer: Frame): boolean {
  if (answer.kind !== "result") return false;
  return !bad.test(wordOf(at(answer.payload, "status")) ?? "");
}
