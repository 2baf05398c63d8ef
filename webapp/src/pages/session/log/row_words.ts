import type { FrameRow, Mark, RowState } from "../../../live/contract";
import { clock, exactTime, latency, waiting, type Zone } from "../../../parts/format";
import { never } from "../../../engine/never";
import { logWords } from "../../../words/log";
import type { Line } from "./shown_rows";

export type RowTone = "quiet" | "warn" | "bad";
export type StateIcon =
  | "waiting"
  | "held"
  | "late"
  | "bad"
  | "malformed"
  | "rule"
  | "default"
  | "hand"
  | "fallback"
  | "headless"
  | "other"
  | null;

export interface StateText {
  tone: RowTone;
  icon: StateIcon;
  words: string;
}

/** The last column of a row. `now` is the relay's clock. */
export function stateText(row: Pick<FrameRow, "state" | "at">, now: number): StateText {
  const { state } = row;
  switch (state.kind) {
    case "waiting":
      return { tone: "warn", icon: "waiting", words: logWords.row.waiting(waiting(now - row.at)) };
    case "held":
      return { tone: "warn", icon: "held", words: logWords.row.held(waiting(now - row.at)) };
    case "answered":
      return { tone: "quiet", icon: null, words: logWords.row.answered(latency(state.ms)) };
    case "error":
      return { tone: "bad", icon: "bad", words: logWords.row.error(state.code) };
    case "late":
      return { tone: "warn", icon: "late", words: logWords.row.late(latency(state.ms)) };
    case "never":
      return { tone: "warn", icon: "late", words: logWords.row.never };
    case "no-answer-needed":
      return { tone: "quiet", icon: null, words: logWords.row.noAnswerNeeded };
    case "malformed":
      return { tone: "bad", icon: "malformed", words: logWords.row.malformed };
    case "answer":
      return answerText(state);
    default:
      return never(state);
  }
}

function answerText({ by, late, again }: Extract<RowState, { kind: "answer" }>): StateText {
  const marks = [by?.words ?? null, late ? logWords.row.lateAnswer : null, again ? logWords.row.again : null].filter(
    (mark) => mark !== null,
  );
  return { tone: late || again ? "warn" : "quiet", icon: by?.kind ?? (late ? "late" : null), words: marks.join(" · ") };
}

/** Shorter, for rows of two lines: "3 ms". */
export function shortState(row: Pick<FrameRow, "state" | "at">, now: number): StateText {
  const text = stateText(row, now);
  return row.state.kind === "answered" ? { ...text, words: latency(row.state.ms) } : text;
}

/** Whether its words change by themselves. */
export function isRunning({ state }: Pick<FrameRow, "state">): boolean {
  return state.kind === "waiting" || state.kind === "held";
}

export function actionWords(row: Pick<FrameRow, "action" | "type">): string {
  return row.type === "malformed" ? logWords.row.unreadable : (row.action ?? logWords.row.unknown);
}

const { sides, types } = logWords.rowName;

interface Beside {
  /** Folded: the answer told in the same row. */
  answer?: FrameRow | undefined;
  mark?: Mark | undefined;
  /** How much the standard says against it. */
  notes?: number;
}

/** What a screen reader says of a row. Folded, it goes on with the answer. */
export function rowName(row: FrameRow, now: number, zone: Zone, { answer, mark, notes = 0 }: Beside = {}): string {
  const head = [types[row.type], row.type === "malformed" ? null : actionWords(row), row.uniqueId]
    .filter((part) => part !== null)
    .join(" ");
  const facts = [row.summary, stateText(row, now).words, clock(row.at, zone)].filter((part) => part !== "").join("; ");
  const more = [
    answer === undefined ? null : logWords.rowName.answered(answer.summary),
    notes === 0 ? null : logWords.notes(notes),
    mark?.pinned === true ? logWords.pinned : null,
    mark === undefined || mark.note === "" ? null : `${logWords.noted}: ${mark.note}`,
  ].filter((part) => part !== null);
  return `${sides[row.from]}: ${head}: ${[facts, ...more].join("; ")}`;
}

/** What hover and focus tell of a time: UTC in ISO 8601, the distance to the frame before, of an answer that to its call. */
export function whenWords(at: {
  line: Line | undefined;
  above?: Line | undefined;
  callAt?: number | undefined;
}): string {
  if (at.line?.kind !== "row") return "";
  const { row } = at.line;
  const exact = exactTime(row.at, at.above?.kind === "row" ? at.above.row.at : undefined);
  return at.callAt === undefined ? exact : `${exact} · ${logWords.afterCall(latency(row.at - at.callAt))}`;
}
