import type { Charger } from "../../../live/contract";
import type { View } from "../../../parts/route";
import type { Layout } from "../layout";
import { ConnectorChips } from "./ConnectorChips";
import { FactsLine } from "./FactsLine";
import { MoreMenu } from "./MoreMenu";
import { RoleChip } from "./RoleChip";
import { ShareButton } from "./ShareButton";
import { StateChip } from "./StateChip";
import css from "./Strip.module.css";
import { ViewLinks } from "./ViewLinks";
import { BackToChargers } from "./BackToChargers";
import { Chip } from "../../../parts/Chip";
import { versionWords } from "../../version_words";
import { sessionWords } from "../../../words/session";

interface Props {
  identity: string;
  charger: Charger | undefined;
  view: View;
  layout: Layout;
}

/** The region "Charge point": who it is and how it is, in two lines. */
export function Strip({ identity, charger, view, layout }: Props) {
  const phone = layout === "phone";
  const wide = layout === "wide";
  const roomy = wide || layout === "medium";
  const version = charger?.connection === null ? undefined : charger?.connection.version;
  return (
    <section className={css.strip} aria-label={sessionWords.strip.name} data-layout={layout}>
      <div className={css.first}>
        {phone && <BackToChargers />}
        <h1 className={css.identity} tabIndex={-1}>
          {identity}
        </h1>
        <StateChip charger={charger} bare={phone} />
        {wide && version !== undefined && <Chip>{versionWords(version)}</Chip>}
        {!phone && <ViewLinks identity={identity} current={view} held={charger?.counts.held ?? 0} />}
        <div className={css.right}>
          {charger !== undefined && <RoleChip charger={charger} short={!wide && !phone} />}
          {roomy && <ShareButton bare={!wide} />}
          {charger !== undefined && <MoreMenu charger={charger} share={!roomy} />}
        </div>
      </div>
      {charger !== undefined && isKnown(charger) && (view !== "charge-point" || phone) && (
        <div className={css.second}>
          <FactsLine charger={charger} layout={layout} />
          <ConnectorChips charger={charger} />
        </div>
      )}
    </section>
  );
}

/** Nothing to say of a charger that was never here. */
function isKnown({ presence, counts, connection }: Charger): boolean {
  return presence.kind === "online" || presence.kind === "left" || connection !== null || counts.frames > 0;
}
