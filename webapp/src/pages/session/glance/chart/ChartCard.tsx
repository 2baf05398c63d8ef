import { useComputedColorScheme } from "@mantine/core";
import { memo, useRef, useState } from "react";
import type { GlanceView } from "../../../../engine/page_glance";
import { clockSeconds } from "../../../../parts/format";
import { usePreferences } from "../../../../parts/preferences";
import { chartWords } from "../../../../words/glance";
import tables from "../Tables.module.css";
import css from "./Chart.module.css";
import { ChartTools } from "./ChartTools";
import { Drawing } from "./Drawing";
import { inkOf } from "./ink";
import { Legend } from "./Legend";
import type { PlotHandle } from "./Plot";
import { picture, save } from "./save";
import { SeriesTable } from "./SeriesTable";
import { csvOf } from "./table";
import { useChart } from "./useChart";

interface Props {
  identity: string;
  glance: GlanceView;
  /** By how much the charger's clock is ahead of the browser's. */
  ahead: number;
}

/** Meter values over time, as a drawing or as a table. */
export const ChartCard = memo(function ChartCard({ identity, glance, ahead }: Props) {
  const scheme = useComputedColorScheme("light");
  const { zone } = usePreferences();
  const chart = useChart(glance, ahead);
  const [asTable, setAsTable] = useState(false);
  const plot = useRef<PlotHandle>(null);
  const { all, names, data, from, until, thinnedBefore } = chart;
  const empty = names.length === 0;
  const savePng = () => {
    const canvas = plot.current?.canvas();
    if (!canvas) return;
    void picture(canvas, names, identity, inkOf(scheme)).then((png) => png && save(png, `${identity}.png`));
  };
  const saveCsv = () => save(new Blob([csvOf(names, data)], { type: "text/csv" }), `${identity}.csv`);
  return (
    <section className={`card ${css.card}`} aria-label={chartWords.title}>
      <div className={css.head}>
        <h2>{chartWords.title}</h2>
        <Legend all={all} shown={names} scheme={scheme} toggle={chart.toggle} />
        {all.length > 0 && (
          <ChartTools
            span={chart.span}
            choose={chart.choose}
            asTable={asTable}
            setAsTable={setAsTable}
            savePng={empty || asTable ? null : savePng}
            saveCsv={empty ? null : saveCsv}
          />
        )}
      </div>
      {empty ? (
        <p className={tables.none}>{all.length === 0 ? chartWords.none : chartWords.nothing}</p>
      ) : asTable ? (
        <SeriesTable names={names} data={data} from={from} until={until} zone={zone} />
      ) : (
        <Drawing chart={chart} scheme={scheme} zone={zone} plot={plot} />
      )}
      {thinnedBefore > from && !empty && (
        <p className={css.thinned}>{chartWords.thinned(clockSeconds(thinnedBefore, zone))}</p>
      )}
    </section>
  );
});
