import { Button } from "@mantine/core";
import type { Settings } from "../../live/contract";
import { undoable } from "../../parts/undoable";
import { settingsWords as words } from "../../words/settings";
import { useLive, useStored } from "../live";
import { Line } from "./Line";
import { NumberLine } from "./NumberLine";
import css from "./Settings.module.css";

/** How the log, the answers and the commands work in this browser. */
export function WorkSettings({ settings }: { settings: Settings }) {
  const live = useLive();
  const change = (news: Partial<Settings>) => live.ask({ kind: "settings", settings: { ...settings, ...news } });
  const seconds = (name: string, hint: string, ms: number, put: (ms: number) => Partial<Settings>) => (
    <NumberLine
      {...{ name, hint, least: 1, most: 600, step: 1, unit: words.seconds }}
      value={ms / 1000}
      change={(value) => change(put(value * 1000))}
    />
  );
  const { log, answering, commands } = words;
  return (
    <>
      <section className={`card ${css.group}`} aria-label={log.heading}>
        <h2>{log.heading}</h2>
        <NumberLine
          {...{ name: log.kept, hint: log.keptHint, least: 1000, most: 200_000, step: 1000 }}
          value={settings.framesKept}
          change={(framesKept) => change({ framesKept })}
        />
        <ClearLogs />
      </section>
      <section className={`card ${css.group}`} aria-label={answering.heading}>
        <h2>{answering.heading}</h2>
        {seconds(answering.fallback, answering.fallbackHint, settings.askFallbackMs, (askFallbackMs) => ({
          askFallbackMs,
        }))}
        {seconds(answering.charger, answering.chargerHint, settings.chargerTimeoutMs, (chargerTimeoutMs) => ({
          chargerTimeoutMs,
        }))}
      </section>
      <section className={`card ${css.group}`} aria-label={commands.heading}>
        <h2>{commands.heading}</h2>
        {seconds(commands.timeout, commands.timeoutHint, settings.callTimeoutMs, (callTimeoutMs) => ({
          callTimeoutMs,
        }))}
      </section>
    </>
  );
}

function ClearLogs() {
  const live = useLive();
  const open = useStored((store) => store.open());
  const clear = () => {
    for (const identity of open) live.ask({ kind: "clear", identity });
    live.ask({ kind: "clear-shut" });
    undoable(words.log.cleared, () => {
      for (const identity of open) live.ask({ kind: "undo-clear", identity });
      live.ask({ kind: "undo-clear-shut" });
    });
  };
  return (
    <Line name={words.log.clear} hint={words.log.clearHint}>
      <Button variant="default" onClick={clear}>
        {words.log.clearButton}
      </Button>
    </Line>
  );
}
