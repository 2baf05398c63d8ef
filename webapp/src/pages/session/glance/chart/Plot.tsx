import { useElementSize } from "@mantine/hooks";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { SeriesName } from "../../../../live/contract";
import type { Zone } from "../../../../parts/format";
import { useStable } from "../../../../parts/useStable";
import type { Band } from "./bands";
import css from "./Chart.module.css";
import { inkOf } from "./ink";
import type { Joined } from "./lines";
import { optionsOf } from "./plot_options";

export interface PlotHandle {
  /** Reads at this place of the times. */
  read: (place: number) => void;
  canvas: () => HTMLCanvasElement | null;
}

export interface PlotProps {
  names: readonly SeriesName[];
  data: Joined;
  bands: readonly Band[];
  from: number;
  until: number;
  height: number;
  scheme: "light" | "dark";
  zone: Zone;
  onRead: (place: number | null, left: number) => void;
  onZoom: (from: number, until: number) => void;
  onReset: () => void;
  handle: Ref<PlotHandle>;
}

/** The drawing itself. It is made anew when other series are drawn, and only fed while they stay. */
export default function Plot(props: PlotProps) {
  const { names, data, bands, from, until, height, scheme, zone, handle } = props;
  const { ref: measure, width } = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const newest = useRef(props);
  const onRead = useStable(props.onRead);
  const onZoom = useStable(props.onZoom);
  const onReset = useStable(props.onReset);
  const key = names.map((name) => name.key).join("\n");

  useEffect(() => {
    newest.current = props;
  });

  useEffect(() => {
    const element = box.current;
    if (element === null || width === 0) return;
    const { data: now, from: left, until: right } = newest.current;
    const options = optionsOf({
      names: newest.current.names,
      ink: inkOf(scheme),
      zone,
      bands: () => newest.current.bands,
      onRead,
      onZoom,
      onReset,
    });
    const made = new uPlot({ ...options, width, height }, [now.times, ...now.columns], element);
    made.setScale("x", { min: left, max: right });
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [key, scheme, zone, width, height, onRead, onZoom, onReset]);

  useEffect(() => {
    const made = plot.current;
    if (made === null) return;
    made.batch(() => {
      made.setData([data.times, ...data.columns], false);
      made.setScale("x", { min: from, max: until });
    });
  }, [data, bands, from, until]);

  useImperativeHandle(handle, () => ({
    read: (place) => {
      const made = plot.current;
      const time = made?.data[0][place];
      if (made && time !== undefined) made.setCursor({ left: made.valToPos(time, "x"), top: 10 });
    },
    canvas: () => plot.current?.ctx.canvas ?? null,
  }));

  return (
    <div ref={measure} className={css.plot} style={{ height }}>
      <div ref={box} />
    </div>
  );
}
