import type { KeyboardEvent, PointerEvent } from "react";
import css from "./Splitter.module.css";

interface Props {
  /** `x`: the part to the right grows; `y`: the part below. */
  axis: "x" | "y";
  name: string;
  size: number;
  min: number;
  max: number;
  onSize: (size: number) => void;
}

const step = 16;

/** The edge between two parts, moved by dragging or with the arrow keys. */
export function Splitter({ axis, name, size, min, max, onSize }: Props) {
  const set = (next: number) => onSize(Math.round(Math.min(max, Math.max(min, next))));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget;
    const start = axis === "x" ? event.clientX : event.clientY;
    const move = (moved: globalThis.PointerEvent) => set(size + start - (axis === "x" ? moved.clientX : moved.clientY));
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const pressed = (event: KeyboardEvent) => {
    const grow = axis === "x" ? "ArrowLeft" : "ArrowUp";
    const shrink = axis === "x" ? "ArrowRight" : "ArrowDown";
    if (event.key !== grow && event.key !== shrink) return;
    set(size + (event.key === grow ? step : -step));
    event.preventDefault();
  };
  return (
    <div
      className={css.splitter}
      data-axis={axis}
      role="separator"
      aria-label={name}
      aria-orientation={axis === "x" ? "vertical" : "horizontal"}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={pressed}
    />
  );
}
