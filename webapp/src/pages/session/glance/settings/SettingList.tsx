import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import type { Setting } from "../../../../live/contract";
import { settingWords } from "../../../../words/glance";
import { foundLines, type SettingLine } from "./found";
import type { Ask } from "./requests";
import { SettingRow } from "./SettingRow";
import css from "./Settings.module.css";

interface Props {
  title: string;
  settings: readonly Setting[];
  text: string;
  identity: string;
  lame: string | null;
  send: (ask: Ask) => void;
}

const heights = { mouse: { row: 30, editor: 42 }, touch: { row: 44, editor: 56 } };

/** Rows by name; only those that can be seen are drawn. One tab stop, the arrows walk, Enter edits. */
export function SettingList({ title, settings, text, identity, lame, send }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const touch = useMediaQuery("(pointer: coarse), (max-width: 639px)");
  const height = heights[touch ? "touch" : "mouse"];
  const lines = useMemo(() => foundLines(settings, text), [settings, text]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used in this part only
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (isSetting(lines[index], editing) ? height.editor : height.row),
    getItemKey: (index) => keyOf(lines[index], index),
    initialRect: { width: 350, height: 420 },
    overscan: 8,
  });
  const ids = useMemo(() => lines.flatMap((line) => (line.kind === "setting" ? [line.setting.id] : [])), [lines]);
  const stop = active !== null && ids.includes(active) ? active : (ids[0] ?? null);
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setActive(id);
    const place = lines.findIndex((line) => isSetting(line, id));
    rows.scrollToIndex(place);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${place}"]`)?.focus());
  };
  const edit = (id: string | null, back: string) => {
    setEditing(id);
    rows.measure();
    if (id === null) focus(back);
  };
  const pressed = (event: React.KeyboardEvent) => {
    if (editing !== null || stop === null) return;
    const here = ids.indexOf(stop);
    const to: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ids.length - 1 };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focus(ids[next]);
  };
  if (lines.length === 0) return <p className={css.hint}>{settingWords.noneFound}</p>;
  return (
    <div ref={box} className={css.list}>
      <div
        role="grid"
        aria-label={title}
        aria-rowcount={lines.length}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={pressed}
      >
        {rows.getVirtualItems().map(({ index, start, size, key }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const style = { transform: `translateY(${start}px)`, height: size };
          if (line.kind === "group")
            return (
              <div key={key} role="row" aria-rowindex={index + 1} className={css.group} style={style}>
                <span role="rowheader">{line.name}</span>
              </div>
            );
          const { id } = line.setting;
          return (
            <SettingRow
              key={key}
              setting={line.setting}
              index={index}
              style={style}
              identity={identity}
              lame={lame}
              send={send}
              tabStop={id === stop}
              editing={id === editing && lame === null}
              edit={(on) => edit(on ? id : null, id)}
              onFocus={() => setActive(id)}
            />
          );
        })}
      </div>
    </div>
  );
}

function isSetting(line: SettingLine | undefined, id: string | null): boolean {
  return id !== null && line?.kind === "setting" && line.setting.id === id;
}

function keyOf(line: SettingLine | undefined, index: number): string | number {
  if (line === undefined) return index;
  return line.kind === "group" ? `group ${line.name}` : line.setting.id;
}
