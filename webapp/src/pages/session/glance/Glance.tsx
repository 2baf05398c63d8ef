import { lazy, Suspense } from "react";
import type { Charger } from "../../../live/contract";
import { glanceWords } from "../../../words/glance";
import css from "./Glance.module.css";

const GlancePage = lazy(() => import("./GlancePage"));

/** The charger at a glance; its script is fetched when it is first looked at. */
export function Glance({ charger }: { charger: Charger }) {
  return (
    <Suspense fallback={<p className={css.loading}>{glanceWords.loading}</p>}>
      <GlancePage charger={charger} />
    </Suspense>
  );
}
