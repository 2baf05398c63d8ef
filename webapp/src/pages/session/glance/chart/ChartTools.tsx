import { Button } from "@mantine/core";
import { IconChartLine, IconFileTypeCsv, IconPhoto, IconTable } from "@tabler/icons-react";
import { chartWords } from "../../../../words/glance";
import css from "./Chart.module.css";
import type { Span } from "./useChart";

interface Props {
  /** Null while a part is zoomed. */
  span: Span | null;
  choose: (span: Span) => void;
  asTable: boolean;
  setAsTable: (asTable: boolean) => void;
  savePng: (() => void) | null;
  saveCsv: (() => void) | null;
}

const spans: { value: Span; label: string }[] = [
  { value: "quarter", label: chartWords.quarter },
  { value: "hour", label: chartWords.hour },
  { value: "all", label: chartWords.all },
];

/** Which span, as what, and into which file. */
export function ChartTools({ span, choose, asTable, setAsTable, savePng, saveCsv }: Props) {
  return (
    <div className={css.tools}>
      <div className={css.spans} role="group" aria-label={chartWords.range}>
        {spans.map(({ value, label }) => (
          <button key={value} type="button" aria-pressed={span === value} onClick={() => choose(value)}>
            {label}
          </button>
        ))}
      </div>
      <Button
        variant="subtle"
        color="gray"
        leftSection={asTable ? <IconChartLine size={16} /> : <IconTable size={16} />}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? chartWords.chart : chartWords.table}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconPhoto size={16} />}
        disabled={savePng === null}
        onClick={() => savePng?.()}
      >
        {chartWords.png}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconFileTypeCsv size={16} />}
        disabled={saveCsv === null}
        onClick={() => saveCsv?.()}
      >
        {chartWords.csv}
      </Button>
    </div>
  );
}
