import uPlot from "uplot";
import type { SeriesName } from "../../../../live/contract";
import { clockSeconds, figure, moment, type Zone } from "../../../../parts/format";
import { type Band } from "./bands";
import { lastMeasured } from "./lines";
import { lookOf } from "./look";

export interface Ink {
  scheme: "light" | "dark";
  text: string;
  grid: string;
  cursor: string;
  surface: string;
  running: string;
  ended: string;
  label: string;
}

export interface PlotWish {
  names: readonly SeriesName[];
  ink: Ink;
  zone: Zone;
  bands: () => readonly Band[];
  /** Which time is read, by its place; null when none is. */
  onRead: (place: number | null, left: number) => void;
  onZoom: (from: number, until: number) => void;
  onReset: () => void;
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a declaration's const enum has no value to import
const right: uPlot.Axis.Side = 1;

const font = "11px 'Inter Variable', system-ui, sans-serif";

export function optionsOf({
  names,
  ink,
  zone,
  bands,
  onRead,
  onZoom,
  onReset,
}: PlotWish): Omit<uPlot.Options, "width" | "height"> {
  const units = [...new Set(names.map(({ unit }) => unit))];
  return {
    ms: 1,
    legend: { show: false },
    padding: [8, units.length > 1 ? 0 : 14, 0, 0],
    scales: { x: { time: true }, ...Object.fromEntries(units.map((unit) => [unit, { range: rangeOf(unit) }])) },
    axes: [
      {
        ...axis(ink),
        values: (_, splits, __, ___, step) => splits.map((at) => timeLabel(at, step, zone)),
        space: 72,
        size: 28,
      },
      ...units.slice(0, 2).map((unit, place): uPlot.Axis => ({
        ...axis(ink),
        scale: unit,
        ...(place === 0 ? {} : { side: right }),
        size: 48,
        grid: { show: place === 0, stroke: ink.grid, width: 1 },
        values: (_, splits, __, ___, step) => splits.map((value) => valueLabel(value, step)),
      })),
    ],
    series: [{}, ...names.map((name, place) => seriesOf(name, place, ink))],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false },
      points: { size: 9, width: 2, fill: () => ink.surface, stroke: (_, index) => lookOf(index - 1, ink.scheme).color },
      dataIdx: (plot, index, place) => lastMeasured(plot.data[index] as (number | null | undefined)[], place),
      bind: { dblclick: () => () => (onReset(), null) },
    },
    hooks: {
      drawClear: [(plot) => drawBands(plot, bands(), ink)],
      drawAxes: [(plot) => nameBands(plot, bands(), ink)],
      setCursor: [
        (plot) =>
          onRead(
            plot.cursor.left === undefined || plot.cursor.left < 0 ? null : (plot.cursor.idx ?? null),
            plot.cursor.left ?? 0,
          ),
      ],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          onZoom(plot.posToVal(left, "x"), plot.posToVal(left + width, "x"));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function axis(ink: Ink): uPlot.Axis {
  return { stroke: ink.text, font, grid: { show: false }, ticks: { show: false }, gap: 6 };
}

function seriesOf({ unit }: SeriesName, place: number, ink: Ink): uPlot.Series {
  const { color, dash } = lookOf(place, ink.scheme);
  // A tint only under the first.
  return {
    scale: unit,
    stroke: color,
    width: 1.8,
    dash,
    points: { show: lonely },
    ...(place === 0 ? { fill: `${color}14` } : {}),
  };
}

/** Few points are drawn as such: one alone makes no line. */
function lonely(plot: uPlot, index: number): boolean {
  return (plot.data[index] ?? []).filter((value) => typeof value === "number").length < 3;
}

/** Shares are seen against the whole, loads against nothing; voltages and registers would be flat so. */
function rangeOf(unit: string): uPlot.Scale.Range {
  if (unit === "%") return [0, 100];
  const fromZero = /^(k?W|k?VA|k?var|A)$/.test(unit);
  return (_, min: number | null, max: number | null) => {
    // Without points uPlot has nothing to say, whatever its types do.
    if (min === null || max === null) return [0, 1];
    if (fromZero) return uPlot.rangeNum(Math.min(0, min), Math.max(max, 0.1), 0.1, true);
    return uPlot.rangeNum(min, max === min ? max + 1 : max, 0.1, true);
  };
}

function timeLabel(at: number, step: number, zone: Zone): string {
  if (step >= 86_400_000) return moment(at, 0, zone).replace(/ \d\d:\d\d$/, "");
  const time = clockSeconds(at, zone);
  return step < 60_000 ? time : time.slice(0, 5);
}

function valueLabel(value: number, step: number): string {
  return Number.isInteger(step) ? figure(value, "") : value.toFixed(Number.isInteger(step * 10) ? 1 : 2);
}

function drawBands(plot: uPlot, bands: readonly Band[], ink: Ink): void {
  inside(plot, bands, (left, right, { running }) => {
    plot.ctx.globalAlpha = running ? 0.55 : 1;
    plot.ctx.fillStyle = running ? ink.running : ink.ended;
    plot.ctx.fillRect(left, plot.bbox.top, Math.max(devicePixelRatio, right - left), plot.bbox.height);
  });
}

/** Beside each other where there is room, else one line lower; a band much narrower than its name goes without. */
function nameBands(plot: uPlot, bands: readonly Band[], ink: Ink): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  let taken = -Infinity;
  let line = 0;
  inside(plot, bands, (left, right, { words, running }) => {
    ctx.font = `600 ${11 * scale}px 'Inter Variable', system-ui, sans-serif`;
    ctx.textBaseline = "top";
    const width = ctx.measureText(words).width;
    line = left < taken ? (line + 1) % 3 : 0;
    if (right - left < width / 2) return;
    const top = bbox.top + (4 + line * 15) * scale;
    // No line of the grid through the words.
    ctx.fillStyle = running ? ink.running : ink.ended;
    ctx.fillRect(left + 4 * scale, top - scale, width + 4 * scale, 13 * scale);
    ctx.fillStyle = ink.label;
    ctx.fillText(words, left + 6 * scale, top);
    taken = left + width + 14 * scale;
  });
}

function inside(plot: uPlot, bands: readonly Band[], draw: (left: number, right: number, band: Band) => void): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const band of bands) {
    const left = Math.max(bbox.left, plot.valToPos(band.from, "x", true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(band.until, "x", true));
    if (right > bbox.left && left < bbox.left + bbox.width) draw(left, right, band);
  }
  ctx.restore();
}
