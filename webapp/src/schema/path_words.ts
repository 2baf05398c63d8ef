import type { Path } from "./json_schema";

const plain = /^[A-Za-z_]\w*$/;

/** `$.meterValue[0].sampledValue[2].unit` */
export function pathWords(path: Path): string {
  return `$${path.map(stepWords).join("")}`;
}

/** The end of a path, as a sentence begins with it: "…sampledValue[2].unit". */
export function shortWords(path: Path): string {
  const keys = path.flatMap((step, at) => (typeof step === "string" ? [at] : []));
  const from = keys.at(-2) ?? 0;
  const words = path.slice(from).map(stepWords).join("").replace(/^\./, "");
  if (words === "") return "The payload";
  return from > 0 ? `…${words}` : words;
}

function stepWords(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return plain.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
