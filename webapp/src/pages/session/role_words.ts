import type { Charger } from "../../live/contract";
import { sessionWords } from "../../words/session";

export type RoleIcon = "answers" | "watching" | "nobody";

export interface RoleWords {
  tone: "us" | "plain" | "warn";
  icon: RoleIcon;
  words: string;
  /** Where there is little room. */
  short: string;
  canTake: boolean;
  canRelease: boolean;
}

/** Who answers, as the chip says it. Null until the relay has told. */
export function roleWords({ role, presence }: Charger): RoleWords | null {
  if (role.mine === "answering") {
    const here = presence.kind === "online";
    return {
      tone: "us",
      icon: "answers",
      words: here ? sessionWords.role.answers : sessionWords.role.willAnswer,
      short: here ? sessionWords.role.answersShort : sessionWords.role.willAnswerShort,
      canTake: false,
      canRelease: true,
    };
  }
  if (role.holder === undefined) return null;
  if (role.holder === null) {
    return {
      tone: "warn",
      icon: "nobody",
      words: sessionWords.role.nobody,
      short: sessionWords.role.nobodyShort,
      canTake: true,
      canRelease: false,
    };
  }
  return {
    tone: "plain",
    icon: "watching",
    words: sessionWords.role.watching,
    short: sessionWords.role.watching,
    canTake: true,
    canRelease: false,
  };
}
