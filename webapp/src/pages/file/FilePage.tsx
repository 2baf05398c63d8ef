import { useEffect } from "react";
import { fileIdentity } from "../../live/files/file_identity";
import { Boundary } from "../../parts/Boundary";
import type { View } from "../../parts/route";
import { useLive, useStored } from "../live";
import { Glance } from "../session/glance/Glance";
import { useLayout } from "../session/layout";
import { LogRegion } from "../session/log/LogRegion";
import { sessionWords } from "../../words/session";
import css from "./File.module.css";
import { FileNotes } from "./FileNotes";
import { FileStrip } from "./FileStrip";
import { NoFile } from "./NoFile";

/** A log from a file: the same region as a charger's, and nothing to answer or to command. */
export function FilePage({ view, query }: { view: View; query: URLSearchParams }) {
  const live = useLive();
  const layout = useLayout();
  const file = useStored((store) => store.file());
  const charger = useStored((store) => store.charger(fileIdentity));
  useEffect(() => live.ask({ kind: "reopen-file" }), [live]);
  if (file === undefined) return null;
  if (file === null) return <NoFile />;
  return (
    <div className={css.page}>
      <FileStrip file={file} charger={charger} view={view} phone={layout === "phone"} />
      <FileNotes file={file} frames={charger?.counts.frames ?? 0} />
      {charger !== undefined && (
        <Boundary part={view} key={view}>
          <section className={css.region} aria-label={view === "log" ? sessionWords.views.log : sessionWords.atGlance}>
            {view === "log" ? (
              <LogRegion charger={charger} view="log" query={query} layout={layout} />
            ) : (
              <Glance charger={charger} />
            )}
          </section>
        </Boundary>
      )}
    </div>
  );
}
