import { useMemo, useState } from "react";
import type { GlanceView } from "../../../../engine/page_glance";
import { useNow } from "../../../../parts/tick";
import { bandsOf } from "./bands";
import { ordered, shownSeries, type Switched } from "./choice";
import { joined, lineOf } from "./lines";
import { turnsOf } from "./turns";

export type Span = "quarter" | "hour" | "all";

const spans = { quarter: 15 * 60_000, hour: 60 * 60_000 };
/** How often a window that ends now moves when nothing else does. */
const stepMs = 10_000;

/** What the chart shows: which series, of which span, with what behind them. `now` runs as the charger's clock does. */
export function useChart(glance: GlanceView, ahead: number) {
  const { series, points, absences, transactions } = glance;
  const [switched, setSwitched] = useState<Switched>({});
  const [span, setSpan] = useState<Span>("all");
  const [zoom, setZoom] = useState<{ from: number; until: number } | null>(null);
  const now = Math.floor((useNow() + ahead) / stepMs) * stepMs;

  const all = useMemo(() => ordered(series.map(({ name }) => name)), [series]);
  const names = useMemo(() => shownSeries(all, switched), [all, switched]);
  const data = useMemo(() => {
    const byKey = new Map(series.map((one) => [one.name.key, one]));
    const chosen = names.flatMap(({ key }) => byKey.get(key) ?? []);
    const end = Math.max(...chosen.map(({ times }) => times.at(-1) ?? 0), now);
    const lines = chosen.map((one) => lineOf(one, absences, end, turnsOf(transactions, one.name.place)));
    return joined(lines, points);
  }, [series, names, points, absences, transactions, now]);

  const newest = data.times.at(-1) ?? now;
  const running = transactions.some(({ state }) => state === "running");
  const until = Math.max(newest, span === "all" && !running ? newest : now);
  const oldest = Math.min(data.times[0] ?? until - spans.quarter, until - 60_000);
  const from = span === "all" ? oldest : until - spans[span];
  const bands = useMemo(() => bandsOf(transactions, Math.max(now, newest)), [transactions, now, newest]);
  const thinned = series.filter(({ name }) => names.includes(name)).map((one) => one.thinnedBefore ?? -Infinity);
  return {
    all,
    names,
    data,
    bands,
    span: zoom === null ? span : null,
    from: zoom?.from ?? from,
    until: zoom?.until ?? until,
    thinnedBefore: Math.max(-Infinity, ...thinned),
    zoom: (start: number, end: number) => setZoom({ from: start, until: Math.max(end, start + 1000) }),
    choose: (next: Span) => {
      setZoom(null);
      setSpan(next);
    },
    toggle: (key: string, on: boolean) => setSwitched((before) => ({ ...before, [key]: on })),
  };
}
