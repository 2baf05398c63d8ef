import { never } from "../engine/never";
import type { Dice } from "./dice";
import type { CannedReply, Plan, Step } from "./rule";

/** Which of a plan's replies comes; `step` says so where there is more than one to come in order. */
export interface Picked {
  reply: CannedReply;
  step?: string;
}

const nothing: CannedReply = { kind: "silence" };

/** `turn` counts what the plan has answered before: 0, 1, 2 … */
export function pick(plan: Plan, turn: number, dice: Dice): Picked {
  switch (plan.mode) {
    case "always":
      return { reply: plan.reply };
    case "random": {
      const index = dice.weighted(plan.choices.map(({ weight }) => weight));
      return { reply: plan.choices[index]?.reply ?? nothing };
    }
    case "sequence":
      return inOrder(plan, turn);
    default:
      return never(plan);
  }
}

function inOrder(plan: Extract<Plan, { mode: "sequence" }>, turn: number): Picked {
  const { steps } = plan;
  const { index, nth, repeats } = placeOf(plan, turn);
  const step = steps[index];
  if (step === undefined) return { reply: nothing };
  const often = !repeats && step.times > 1 ? `, ${nth + 1} of ${step.times}` : "";
  return { reply: step.reply, step: `step ${index + 1}${often}` };
}

/** `repeats`: it goes on with this step for good, so its count says nothing. */
function placeOf(
  { steps, then }: { steps: Step[]; then: "repeat last" | "loop" },
  turn: number,
): { index: number; nth: number; repeats: boolean } {
  const round = steps.reduce((sum, { times }) => sum + times, 0);
  let left = then === "loop" && round > 0 ? turn % round : turn;
  for (const [index, { times }] of steps.entries()) {
    const last = then === "repeat last" && index === steps.length - 1;
    if (last || left < times) return { index, nth: left, repeats: last };
    left -= times;
  }
  return { index: steps.length - 1, nth: 0, repeats: false };
}

/** "step 1, second time": what comes next, for people; undefined where there is no order. */
export function nextWords(plan: Plan, turn: number): string | undefined {
  if (plan.mode !== "sequence") return undefined;
  const { index, nth, repeats } = placeOf(plan, turn);
  const times = plan.steps[index]?.times ?? 1;
  return `step ${index + 1}${times > 1 && !repeats ? `, ${ordinal(nth + 1)} time` : ""}`;
}

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** "first", "second" … "11th", "22nd" */
export function ordinal(number: number): string {
  const word = ordinals[number];
  if (word !== undefined && word !== "") return word;
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
