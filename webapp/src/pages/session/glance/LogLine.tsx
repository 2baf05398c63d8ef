import { Button } from "@mantine/core";
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarRightCollapse } from "@tabler/icons-react";
import type { Charger, FrameRow } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { Dot } from "../../../parts/Chip";
import { clock } from "../../../parts/format";
import { prefer, usePreferences } from "../../../parts/preferences";
import { Side } from "../../../parts/Side";
import { logLineWords } from "../../../words/glance";
import { useStored } from "../../live";
import { StateWords } from "../log/StateWords";
import css from "./LogLine.module.css";

/** The log folded to its newest call, at the foot of the page. */
export function LogLine({ charger }: { charger: Charger }) {
  const log = useStored((store) => store.log(charger.identity));
  const { zone, glanceLog } = usePreferences();
  const row = newestCall(log);
  return (
    <div className={css.line}>
      <Dot tone={charger.presence.kind === "online" ? "ok" : "none"} />
      <b>{logLineWords.log}</b>
      {row !== null && !glanceLog && (
        <>
          <span className={`mono ${css.time}`}>{clock(row.at, zone)}</span>
          <Side from={row.from} />
          <span>{row.action}</span>
          <span className={`clip ${css.summary}`}>{row.summary}</span>
          <StateWords row={row} offset={charger.clockOffset ?? 0} short />
        </>
      )}
      <span className={css.frames}>{logLineWords.frames(charger.counts.frames)}</span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={
          glanceLog ? <IconLayoutSidebarRightCollapse size={16} /> : <IconLayoutSidebarLeftExpand size={16} />
        }
        aria-expanded={glanceLog}
        onClick={() => prefer({ glanceLog: !glanceLog })}
      >
        {glanceLog ? logLineWords.hide : logLineWords.show}
      </Button>
    </div>
  );
}

/** Among the newest few; answers are told in the row of their call. */
function newestCall(log: Log): FrameRow | null {
  for (let id = log.end - 1; id >= Math.max(log.first, log.end - 50); id -= 1) {
    const row = log.at(id);
    if (row?.kind === "frame" && (row.type === "call" || row.type === "send")) return row;
  }
  return null;
}
