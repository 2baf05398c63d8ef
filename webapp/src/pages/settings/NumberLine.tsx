import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { Line } from "./Line";

interface Props {
  name: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  step: number;
  unit?: string;
  change: (value: number) => void;
}

/** A setting that is a number. It holds once the field is left or Enter is pressed, within its bounds. */
export function NumberLine({ name, hint, value, least, most, step, unit = "", change }: Props) {
  const [typed, setTyped] = useState<number | string>(value);
  const settle = () => {
    const wanted = typeof typed === "number" ? Math.min(most, Math.max(least, typed)) : value;
    setTyped(wanted);
    if (wanted !== value) change(wanted);
  };
  return (
    <Line name={name} hint={hint}>
      <NumberInput
        aria-label={name}
        w={132}
        min={least}
        max={most}
        step={step}
        suffix={unit}
        allowDecimal={false}
        allowNegative={false}
        value={typed}
        onChange={setTyped}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle();
        }}
      />
    </Line>
  );
}
