import type { SeriesName } from "../../../../live/contract";
import type { Ink } from "./plot_options";
import { lookOf } from "./look";
import { seriesTitle } from "./series_words";

/** Hands a file to the person. */
export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The drawing on its ground, with the names of what is drawn. */
export function picture(
  drawn: HTMLCanvasElement,
  names: readonly SeriesName[],
  title: string,
  ink: Ink,
): Promise<Blob | null> {
  const scale = devicePixelRatio;
  const head = 34 * scale;
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width;
  canvas.height = drawn.height + head;
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  context.fillStyle = ink.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = `600 ${12 * scale}px 'Inter Variable', system-ui, sans-serif`;
  context.textBaseline = "middle";
  let left = 12 * scale;
  const write = (words: string, color: string) => {
    context.fillStyle = color;
    context.fillText(words, left, head / 2);
    left += context.measureText(words).width + 16 * scale;
  };
  write(title, ink.label);
  for (const [place, name] of names.entries()) {
    const { color, dash } = lookOf(place, ink.scheme);
    context.strokeStyle = color;
    context.lineWidth = 2 * scale;
    context.setLineDash(dash.map((part) => part * scale));
    context.beginPath();
    context.moveTo(left, head / 2);
    context.lineTo(left + 16 * scale, head / 2);
    context.stroke();
    left += 22 * scale;
    write(seriesTitle(name), ink.label);
  }
  context.drawImage(drawn, 0, head);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
