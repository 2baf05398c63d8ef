import { lazy, Suspense } from "react";
import type { Charger } from "../../../live/contract";
import { useWide } from "../../../parts/draft/useWide";
import { nearestVersion } from "../../../schema/version";
import { commandWords as words } from "../../../words/commands";
import type { Layout } from "../layout";
import { RegionHead } from "../RegionHead";
import css from "./Commands.module.css";
import { useSheet } from "./desk";
import { DockForm } from "./DockForm";
import { useItem } from "./useItem";
import { useResend, useResendKey } from "./useResend";

interface Props {
  charger: Charger;
  large: boolean;
  /** The command that the address names. */
  item: string | null;
  layout: Layout;
}

const LargeForm = lazy(async () => ({ default: (await import("./large/LargeForm")).LargeForm }));

const roomForAll = 600;

/** What we ask of the charger: every command, the draft, and what became of earlier ones. */
export function CommandsRegion({ charger, large, item, layout }: Props) {
  const { identity } = charger;
  const version = nearestVersion(charger.connection?.version ?? "ocpp1.6");
  const [place, wide] = useWide(roomForAll);
  const sheet = useSheet(identity);
  const { fill } = useResend(charger, large);
  useItem(identity, version, large ? item : null);
  useResendKey(charger, fill);
  const head = <RegionHead title={words.title} identity={identity} view="commands" large={large} />;
  return (
    <div ref={place} className={css.commands} data-large={large}>
      {large && wide ? (
        <Suspense fallback={<p className={css.hint}>{words.coming}</p>}>
          <LargeForm charger={charger} sheet={sheet} item={item} head={head} />
        </Suspense>
      ) : (
        <>
          {head}
          <DockForm charger={charger} sheet={sheet} covers={large && layout === "phone"} />
        </>
      )}
    </div>
  );
}
