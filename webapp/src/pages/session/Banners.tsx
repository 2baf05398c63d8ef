import { Button } from "@mantine/core";
import { IconAlertTriangle, IconEye } from "@tabler/icons-react";
import type { Charger } from "../../live/contract";
import { usePreferences } from "../../parts/preferences";
import { useNow } from "../../parts/tick";
import { useLive } from "../live";
import css from "./Banners.module.css";
import { bannerOf } from "./banner";
import { sessionWords } from "../../words/session";

export function Banners({ charger }: { charger: Charger }) {
  const live = useLive();
  const now = useNow();
  const { zone } = usePreferences();
  const banner = bannerOf(charger, now, zone);
  const claim = () =>
    live.ask({
      kind: "claim",
      identity: charger.identity,
      unlessHeld: banner?.action === sessionWords.banner.answerHere,
    });
  return (
    <div role={banner?.alert === true ? "alert" : "status"}>
      {banner !== null && (
        <div className={css.banner} data-tone={banner.tone}>
          {banner.tone === "warn" ? (
            <IconAlertTriangle size={16} aria-hidden="true" />
          ) : (
            <IconEye size={16} aria-hidden="true" />
          )}
          <p>
            <strong>{banner.bold}</strong> {banner.rest}
          </p>
          {banner.action !== null && (
            <Button variant="default" size="compact-sm" onClick={claim}>
              {banner.action}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
