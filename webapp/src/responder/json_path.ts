import type { Json } from "../engine/json";

/** A key, a place in a list, or (null) every item of a list. */
export type PathStep = string | number | null;

const step = /\.([^.[\]\s'"]+)|\[(\d{1,6})\]|\[(\*)\]|\['([^']*)'\]/y;

/** The steps of `$.meterValue[0].sampledValue[*].value`; undefined when that is no path. */
export function parsePath(path: string): PathStep[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: PathStep[] = [];
  step.lastIndex = 1;
  for (let end = 1; end < path.length; end = step.lastIndex) {
    const found = step.exec(path);
    if (found === null) return undefined;
    const [, key, index, every, quoted] = found;
    steps.push(every === undefined ? (key ?? quoted ?? Number(index)) : null);
  }
  return steps;
}

/** Whether it holds for anything that stands there; more than one thing only with `[*]`. Makes no lists on its way. */
export function holdsAt(value: Json, steps: readonly PathStep[], holds: (value: Json) => boolean, from = 0): boolean {
  let here = value;
  for (let index = from; index < steps.length; index += 1) {
    const one = steps[index];
    if (one === null) return Array.isArray(here) && here.some((item) => holdsAt(item, steps, holds, index + 1));
    const next = one === undefined ? undefined : childOf(here, one);
    if (next === undefined) return false;
    here = next;
  }
  return holds(here);
}

/** What stands there, or undefined; the path has no `[*]`. */
export function valueAt(value: Json, steps: readonly PathStep[]): Json | undefined {
  let found: Json | undefined;
  holdsAt(value, steps, (there) => {
    found = there;
    return true;
  });
  return found;
}

function childOf(parent: Json, one: string | number): Json | undefined {
  if (typeof parent !== "object" || parent === null) return undefined;
  if (Array.isArray(parent)) return typeof one === "number" ? parent[one] : undefined;
  return typeof one === "string" && Object.hasOwn(parent, one) ? parent[one] : undefined;
}

/** `$.chargingStation.vendorName` as people read it. */
export function pathWords(path: string): string {
  return path === "$" ? "the payload" : path.replace(/^\$\.?/, "");
}

export const pathAdvice = "A path begins with $ and names the way: $.idTag, $.meterValue[0].sampledValue[*].value.";
