import type { ReactNode } from "react";
import type { Charger } from "../../live/contract";
import { never } from "../../engine/never";
import { sessionHash, type View } from "../../parts/route";
import { AnswersRegion } from "./answers/AnswersRegion";
import { CommandsRegion } from "./commands/CommandsRegion";
import { foldedWords } from "./folded_words";
import { Glance } from "./glance/Glance";
import type { Layout } from "./layout";
import { LogOrWaiting } from "./log/LogOrWaiting";
import type { Form } from "./region_forms";
import css from "./SessionPage.module.css";
import { sessionWords } from "../../words/session";

interface Props {
  region: View;
  form: Form;
  view: View;
  charger: Charger;
  query: URLSearchParams;
  layout: Layout;
  item: string | null;
}

/** A region in its frame. Its content stays alive while it is not shown, so that no draft is lost. */
export function Region({ region, form, view, charger, query, layout, item }: Props) {
  const label = region === "charge-point" ? sessionWords.atGlance : sessionWords.views[region];
  return (
    <section className={css.region} data-region={region} data-form={form} aria-label={label} hidden={form === "hidden"}>
      {form === "bar" && (
        <a className={css.bar} href={sessionHash(charger.identity, region)}>
          {sessionWords.views[region]}
          <span className={css.folded}>{foldedWords(region, charger)}</span>
        </a>
      )}
      <div className={css.content} hidden={form === "bar"}>
        {contentOf({ region, form, view, charger, query, layout, item })}
      </div>
    </section>
  );
}

function contentOf({ region, form, view, charger, query, layout, item }: Props): ReactNode {
  switch (region) {
    case "log":
      return <LogOrWaiting charger={charger} query={query} layout={layout} view={view} />;
    case "charge-point":
      return form === "large" ? <Glance charger={charger} /> : null;
    case "answers":
      return <AnswersRegion charger={charger} large={form === "large"} rule={view === "answers" ? item : null} />;
    case "commands":
      return (
        <CommandsRegion
          charger={charger}
          large={form === "large"}
          item={view === "commands" ? item : null}
          layout={layout}
        />
      );
    default:
      return never(region);
  }
}
