import type { Charger } from "../../live/contract";

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
      words: here ? "This tab answers" : "This tab will answer",
      short: here ? "Answering" : "Will answer",
      canTake: false,
      canRelease: true,
    };
  }
  if (role.holder === undefined) return null;
  if (role.holder === null) {
    return { tone: "warn", icon: "nobody", words: "Nobody answers", short: "Nobody", canTake: true, canRelease: false };
  }
  return { tone: "plain", icon: "watching", words: "Watching", short: "Watching", canTake: true, canRelease: false };
}
