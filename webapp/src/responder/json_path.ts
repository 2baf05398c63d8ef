import { isObject, type Json } from "../engine/json";

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

/** All that stands there; more than one only with `[*]`. */
export function valuesAt(value: Json, steps: readonly PathStep[]): Json[] {
  let here = [value];
  for (const one of steps) {
    here = here.flatMap((parent) => children(parent, one));
    if (here.length === 0) return here;
  }
  return here;
}

function children(parent: Json, one: PathStep): Json[] {
  if (Array.isArray(parent)) return one === null ? parent : typeof one === "number" ? parent.slice(one, one + 1) : [];
  if (typeof one !== "string" || !isObject(parent) || !Object.hasOwn(parent, one)) return [];
  const child = parent[one];
  return child === undefined ? [] : [child];
}

/** `$.chargingStation.vendorName` as people read it. */
export function pathWords(path: string): string {
  return path === "$" ? "the payload" : path.replace(/^\$\.?/, "");
}

export const pathAdvice = "A path begins with $ and names the way: $.idTag, $.meterValue[0].sampledValue[*].value.";
