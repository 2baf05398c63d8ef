import { useEffect } from "react";
import { Boundary } from "../../parts/Boundary";
import { useKeys } from "../../parts/keys";
import { prefer, usePreferences } from "../../parts/preferences";
import { sessionHash, type View, views } from "../../parts/route";
import { Splitter } from "../../parts/Splitter";
import { goTo } from "../../parts/useRoute";
import { useLive, useStored } from "../live";
import { HeldNotice } from "./answers/held/HeldNotice";
import { Banners } from "./Banners";
import { LogLine } from "./glance/LogLine";
import { useLayout } from "./layout";
import { formsOf } from "./region_forms";
import { Region } from "./Region";
import css from "./SessionPage.module.css";
import { Strip } from "./strip/Strip";
import { ViewLinks } from "./strip/ViewLinks";
import { focusHeading, useViewFocus } from "./useViewFocus";
import { sessionWords } from "../../words/session";

interface Props {
  identity: string;
  view: View;
  /** The rule or command that is open in its large form. */
  item: string | null;
  query: URLSearchParams;
}

/** One charger: strip, banner, and four regions of which one is large. */
export function SessionPage({ identity, view, item, query }: Props) {
  const live = useLive();
  const layout = useLayout();
  const { dock, glanceLog } = usePreferences();
  const charger = useStored((store) => store.charger(identity));
  useEffect(() => live.ask({ kind: "open", identity }), [live, identity]);
  const show = (one: View) => {
    if (one !== view) focusHeading();
    goTo(sessionHash(identity, one));
  };
  useKeys(Object.fromEntries(views.map((one, at) => [String(at + 1), () => show(one)])));
  useViewFocus(view);
  const docked = layout === "wide" || layout === "medium";
  const atGlance = docked && view === "charge-point";
  // A call that waits for an answer needs the dock anyway.
  const logFolded = atGlance && !glanceLog && charger?.held.length === 0;
  const beside = docked && !logFolded;
  const width = layout === "medium" ? Math.min(dock, 320) : dock;
  return (
    <div className={css.page} data-layout={layout}>
      <Strip identity={identity} charger={charger} view={view} layout={layout} />
      {charger === undefined ? (
        <p className={css.opening}>{sessionWords.opening(identity)}</p>
      ) : (
        <>
          <Banners charger={charger} />
          {view !== "answers" && !docked && <HeldNotice charger={charger} />}
          <div
            className={css.regions}
            data-view={view}
            data-held={charger.held.length > 0}
            style={beside ? { gridTemplateColumns: `minmax(0, 1fr) 1px ${width}px` } : undefined}
          >
            {formsOf(view, layout, charger.held.length > 0, logFolded).map(({ region, form }) => (
              <Boundary key={region} part={region}>
                <Region
                  region={region}
                  form={form}
                  charger={charger}
                  query={query}
                  layout={layout}
                  view={view}
                  item={item}
                />
              </Boundary>
            ))}
            {beside && (
              <div className={css.edge}>
                <Splitter
                  axis="x"
                  name={sessionWords.dockWidth}
                  size={width}
                  min={layout === "medium" ? 280 : 352}
                  max={640}
                  onSize={(size) => prefer({ dock: size })}
                />
              </div>
            )}
          </div>
          {atGlance && <LogLine charger={charger} />}
          {layout === "phone" && <ViewLinks identity={identity} current={view} bottom held={charger.counts.held} />}
        </>
      )}
    </div>
  );
}
