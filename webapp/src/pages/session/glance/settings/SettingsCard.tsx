import { Button, TextInput } from "@mantine/core";
import { IconRefresh, IconSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import type { GlanceView } from "../../../../engine/page_glance";
import { moment } from "../../../../parts/format";
import { usePreferences } from "../../../../parts/preferences";
import { current } from "../../../../parts/tick";
import { settingWords } from "../../../../words/glance";
import { From } from "../From";
import { usePlace } from "../place";
import { ReadFirst } from "./ReadFirst";
import { type Ask, readAll } from "./requests";
import css from "./Settings.module.css";
import { SettingList } from "./SettingList";

interface Props {
  identity: string;
  settings: GlanceView["settings"];
  read: GlanceView["read"];
  version: string;
  /** OCPP 2.x: variables, grouped by component. */
  second: boolean;
  /** Why nothing can be sent from here. */
  lame: string | null;
  send: (ask: Ask) => void;
}

/** Configuration keys (1.6) or variables (2.x): what the charger told, and a way to set them. */
export const SettingsCard = memo(function SettingsCard(props: Props) {
  const { identity, settings, read, version, second, lame, send } = props;
  const { zone } = usePreferences();
  const place = usePlace(identity);
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  const everything = () => {
    setAsking(false);
    send(readAll(version, Math.floor(current() / 1000) % 1_000_000));
  };
  const title = second ? settingWords.variables : settingWords.configuration;
  const count = settings.length;
  return (
    <section className={`card ${css.card}`} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        <span className={css.count}>
          {read !== null ? (
            <From identity={identity} source={read.source}>
              {settingWords.keys(read.count, moment(read.source.at, current(), zone))}
            </From>
          ) : (
            count > 0 && settingWords.some(count)
          )}
        </span>
        {place.live && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconRefresh size={15} />}
            aria-expanded={read === null ? asking || count === 0 : undefined}
            onClick={() => (read === null ? setAsking(!asking) : everything())}
          >
            {settingWords.read}
          </Button>
        )}
      </div>
      {place.live && (asking || (count === 0 && read === null)) && (
        <ReadFirst
          version={version}
          second={second}
          lame={lame}
          send={send}
          everything={everything}
          away={count === 0 ? null : () => setAsking(false)}
        />
      )}
      {count > 0 && (
        <>
          <TextInput
            className={css.find ?? ""}
            aria-label={settingWords.find(second)}
            placeholder={settingWords.find(second)}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {lame !== null && place.live && <p className={css.hint}>{lame}</p>}
          <SettingList title={title} settings={settings} text={text} identity={identity} lame={lame} send={send} />
        </>
      )}
    </section>
  );
});
