import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import type { Charger, FrameRow } from "../../../live/contract";
import { bytes, clock, exactTime, latency } from "../../../parts/format";
import { hexDump } from "../../../parts/hex";
import { JsonText } from "../../../parts/JsonText";
import { usePreferences } from "../../../parts/preferences";
import { Side } from "../../../parts/Side";
import { AnsweredBy } from "./AnsweredBy";
import css from "./Detail.module.css";
import { payloadText, rawBytes, sizeOf } from "./detail_text";
import type { FrameNotes } from "./useFrameNotes";
import { logWords } from "../../../words/log";

export type Look = "json" | "raw" | "hex";

interface Props {
  charger: Charger;
  row: FrameRow;
  look: Look;
  offset: number;
  /** The call that this answers. */
  after?: FrameRow;
  marks: FrameNotes["marks"];
  /** What there is to say below it. */
  below?: ReactNode;
  children?: ReactNode;
}

const words = logWords.detail;

// A hex dump is for looking at a few bytes; a whole megabyte of it helps nobody.
const dumped = 16_384;

/** One frame of an exchange. */
export function FrameHalf({ charger, row, look, after, marks, below, children }: Props) {
  const { zone } = usePreferences();
  return (
    <div className={css.half}>
      <div className={css.line}>
        <Side from={row.from} />
        <span className={css.kind}>{words.kinds[row.type]}</span>
        <Tooltip label={exactTime(row.at)} events={{ hover: true, focus: true, touch: true }}>
          <span className={css.when} tabIndex={0} role="note">
            #{row.seq}
            {after === undefined
              ? ` · ${bytes(sizeOf(row))} · ${clock(row.at, zone)}`
              : words.later(latency(row.at - after.at))}
          </span>
        </Tooltip>
        <div className={css.looks}>{children}</div>
      </div>
      <div className={css.text} tabIndex={0} role="group" aria-label={words.as(words.kinds[row.type], look)}>
        <Text row={row} look={look} marks={marks} />
      </div>
      <AnsweredBy charger={charger} row={row} />
      {below}
    </div>
  );
}

function Text({ row, look, marks }: Pick<Props, "row" | "look" | "marks">) {
  if (look === "hex" || row.text === null) {
    const data = rawBytes(row);
    return (
      <pre className={css.hex}>
        {hexDump(data.subarray(0, dumped))}
        {data.length > dumped && words.more(bytes(data.length - dumped))}
      </pre>
    );
  }
  if (look === "raw" || row.type === "malformed") return <JsonText text={row.text} pretty={false} />;
  return <JsonText text={payloadText(row)} marks={marks} />;
}
