import { useElementSize } from "@mantine/hooks";
import { lazy, type RefObject, Suspense, useState } from "react";
import { announce } from "../../../../parts/announce";
import type { Zone } from "../../../../parts/format";
import { chartWords } from "../../../../words/glance";
import css from "./Chart.module.css";
import { nearest } from "./lines";
import type { PlotHandle } from "./Plot";
import { ReadOut, spokenReading } from "./ReadOut";
import { seriesName } from "./series_words";
import type { useChart } from "./useChart";

const Plot = lazy(() => import("./Plot"));

interface Props {
  chart: ReturnType<typeof useChart>;
  scheme: "light" | "dark";
  zone: Zone;
  plot: RefObject<PlotHandle | null>;
}

const height = 220;

/** The drawing with what is read from it; the arrow keys read as the mouse does. */
export function Drawing({ chart, scheme, zone, plot }: Props) {
  const { names, data, bands, from, until } = chart;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [read, setRead] = useState<{ place: number; left: number } | null>(null);
  const onRead = (place: number | null, left: number) =>
    setRead((before) =>
      place === null ? null : before?.place === place && before.left === left ? before : { place, left },
    );
  const go = (place: number) => {
    const first = nearest(data.times, from);
    const inside = Math.min(Math.max(place, first), nearest(data.times, until));
    plot.current?.read(inside);
    announce(spokenReading(names, data, inside, zone));
  };
  const zoomBy = (factor: number) => {
    const middle = read === null ? (from + until) / 2 : (data.times[read.place] ?? until);
    chart.zoom(middle - (middle - from) * factor, middle + (until - middle) * factor);
  };
  const at = read?.place ?? data.times.length;
  const keys: Record<string, () => void> = {
    ArrowLeft: () => go(at - 1),
    ArrowRight: () => go(at + 1),
    Home: () => go(0),
    End: () => go(data.times.length - 1),
    Escape: () => setRead(null),
    "+": () => zoomBy(0.5),
    "-": () => zoomBy(2),
  };
  const pressed = (event: React.KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div
      ref={ref}
      className={css.drawing}
      role="application"
      aria-label={chartWords.label(names.map(seriesName).join("; "))}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <Suspense fallback={<p style={{ height }}>{chartWords.loading}</p>}>
        <Plot
          names={names}
          data={data}
          bands={bands}
          from={from}
          until={until}
          height={height}
          scheme={scheme}
          zone={zone}
          onRead={onRead}
          onZoom={chart.zoom}
          onReset={() => chart.choose("all")}
          handle={plot}
        />
      </Suspense>
      {read !== null && (
        <ReadOut
          names={names}
          data={data}
          place={read.place}
          left={read.left}
          width={width}
          zone={zone}
          scheme={scheme}
        />
      )}
    </div>
  );
}
