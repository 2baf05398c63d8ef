import { SegmentedControl, Switch, useMantineColorScheme } from "@mantine/core";
import { prefer, usePreferences } from "../../parts/preferences";
import { settingsWords } from "../../words/settings";
import { schemes } from "../bar/ThemeSwitch";
import { Line } from "./Line";
import { NotificationsLine } from "./NotificationsLine";
import css from "./Settings.module.css";

const words = settingsWords.browser;

export function ThisBrowser() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, zone, singleKeys } = usePreferences();
  return (
    <section className={`card ${css.group}`} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <Line name={words.theme}>
        <SegmentedControl
          aria-label={words.theme}
          data={schemes}
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
        />
      </Line>
      <Line name={words.density} hint={words.densityHint}>
        <SegmentedControl
          aria-label={words.density}
          data={[
            { value: "compact", label: words.compact },
            { value: "comfortable", label: words.comfortable },
          ]}
          value={density}
          onChange={(value) => prefer({ density: value === "comfortable" ? "comfortable" : "compact" })}
        />
      </Line>
      <Line name={words.zone} hint={words.zoneHint}>
        <SegmentedControl
          aria-label={words.zone}
          data={[
            { value: "local", label: words.local },
            { value: "utc", label: words.utc },
          ]}
          value={zone}
          onChange={(value) => prefer({ zone: value === "utc" ? "utc" : "local" })}
        />
      </Line>
      <Line name={words.keys} hint={words.keysHint}>
        <Switch
          aria-label={words.keys}
          checked={singleKeys}
          onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
        />
      </Line>
      <NotificationsLine />
    </section>
  );
}
