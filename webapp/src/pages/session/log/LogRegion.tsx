import { useElementSize } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import type { Charger } from "../../../live/contract";
import { useKeys } from "../../../parts/keys";
import { prefer, usePreferences } from "../../../parts/preferences";
import { sessionHash, type View } from "../../../parts/route";
import { Splitter } from "../../../parts/Splitter";
import { goTo, rewrite } from "../../../parts/useRoute";
import { useStable } from "../../../parts/useStable";
import { useStored } from "../../live";
import type { Layout } from "../layout";
import { Detail } from "./Detail";
import { ActiveFilters } from "./ActiveFilters";
import { EmptyLog } from "./EmptyLog";
import { readFilter, writeFilter, type Filter, isFiltering, noFilter } from "./filter";
import { FrameList } from "./FrameList";
import { focusLine } from "./focus_line";
import { FrameFinder, frameName } from "./frame_name";
import { LogFoot } from "./LogFoot";
import css from "./LogRegion.module.css";
import { NewFrames } from "./NewFrames";
import { shapeOf } from "./shape";
import { ToolRow } from "./ToolRow";
import { useFilterTest } from "./useFilterTest";
import { useMarking } from "./useMarking";
import { useNoteCounts } from "./useNoteCounts";
import { useShownRows } from "./useShownRows";
import { logWords } from "../../../words/log";

interface Props {
  charger: Charger;
  view: View;
  query: URLSearchParams;
  layout: Layout;
}

/** The log: tools, list, detail, foot. The filter and the open frame stand in the address. */
export function LogRegion({ charger, view, query, layout }: Props) {
  const { identity } = charger;
  const log = useStored((store) => store.log(identity));
  const marks = useStored((store) => store.marks(identity));
  const preferences = usePreferences();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const list = useRef<HTMLDivElement>(null);
  const touch = layout === "phone";
  const shape = useMemo(
    () => shapeOf(width, preferences.density === "comfortable", touch),
    [width, preferences.density, touch],
  );
  const foldKey = shape.kind === "narrow" ? "foldNarrow" : "foldWide";
  const folded = query.has("fold") ? query.get("fold") === "1" : preferences[foldKey];
  const search = query.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(search)), [search]);
  const counts = useNoteCounts(charger.connection?.version ?? "ocpp1.6", log.generation);
  const wanted = useFilterTest(filter, marks, counts);
  const { rows, version } = useShownRows(log, wanted, folded);
  // A link to a frame leads to that frame, not to the end.
  const [following, setFollowing] = useState(!query.has("frame"));
  const [active, setActive] = useState<number | null>(null);
  const [finder] = useState(() => new FrameFinder());
  const open = useMemo(() => finder.find(log, query.get("frame")), [finder, log, query]);

  const show = (next: URLSearchParams, step: "push" | "replace", at: View = view) => {
    const hash = sessionHash(identity, at, next);
    if (step === "push") goTo(hash);
    else rewrite(hash);
  };
  const setFilter = useStable((next: Filter) => show(writeFilter(query, next), "replace"));
  const setFolded = useStable((next: boolean) => {
    prefer({ [foldKey]: next });
    const without = new URLSearchParams(query);
    without.delete("fold");
    show(without, "replace");
  });
  const onOpen = useStable((id: number, walked: boolean) => {
    const row = log.at(id);
    if (row?.kind !== "frame") return;
    const next = new URLSearchParams(query);
    next.set("frame", frameName(row));
    show(next, walked || open !== null ? "replace" : "push", touch || view === "log" ? "log" : view);
  });
  const onClose = useStable(() => {
    if (!query.has("frame")) return;
    const next = new URLSearchParams(query);
    next.delete("frame");
    show(next, "replace");
    focusLine(list.current);
  });
  const chosen = open ?? (active === null ? undefined : log.at(active));
  const marking = useMarking(identity, marks, chosen?.kind === "frame" ? chosen : null, (row) => {
    if (open === null) onOpen(row.id, false);
  });
  useKeys({
    f: () => setFolded(!folded),
    p: marking.pin,
    n: marking.note,
    End: () => setFollowing(true),
    Escape: onClose,
  });

  const pair = open?.pair === null || open === null ? undefined : log.at(open.pair);
  const other = pair?.kind === "frame" ? pair : undefined;
  const filtering = isFiltering(filter);
  return (
    <div ref={ref} className={css.region} data-log data-shape={shape.kind}>
      <ToolRow
        identity={identity}
        filter={filter}
        wanted={wanted}
        setFilter={setFilter}
        folded={folded}
        setFolded={setFolded}
        shape={shape}
      />
      {filtering && (
        <ActiveFilters
          charger={charger}
          filter={filter}
          setFilter={setFilter}
          shown={rows.frames}
          unseen={rows.unseen}
          loading={counts === null && filter.states.includes("warned")}
        />
      )}
      <div ref={list} className={css.list} data-skip-target tabIndex={-1}>
        {rows.length === 0 ? (
          rows.unseen === 0 && (
            <EmptyLog
              charger={charger}
              hidden={filtering ? charger.counts.frames : 0}
              clear={() => {
                setFilter(noFilter);
                focusLine(list.current);
              }}
            />
          )
        ) : (
          <FrameList
            rows={rows}
            version={version}
            shape={shape}
            folded={folded}
            following={following}
            setFollowing={setFollowing}
            open={open?.id ?? null}
            pair={other?.id ?? null}
            active={active}
            setActive={setActive}
            onOpen={onOpen}
            onClose={onClose}
            marks={marks}
            counts={counts}
            offset={charger.clockOffset ?? 0}
            log={log}
          />
        )}
        {!following && <NewFrames key={search} total={rows.length} follow={() => setFollowing(true)} />}
      </div>
      {open !== null && (
        <>
          {!touch && (
            <Splitter
              axis="y"
              name={logWords.detail.height}
              size={preferences.detail}
              min={120}
              max={620}
              onSize={(detail) => prefer({ detail })}
            />
          )}
          <Detail
            charger={charger}
            row={open}
            other={other}
            sheet={touch}
            height={preferences.detail}
            marking={marking}
            filter={filter}
            setFilter={setFilter}
            onClose={onClose}
          />
        </>
      )}
      <LogFoot
        charger={charger}
        following={following}
        short={shape.kind === "narrow"}
        filter={filter}
        setFilter={setFilter}
        marks={marks}
      />
    </div>
  );
}
