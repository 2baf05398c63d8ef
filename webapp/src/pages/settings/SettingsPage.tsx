import { SegmentedControl, Switch, useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { prefer, usePreferences } from "../../parts/preferences";
import { schemes } from "../bar/ThemeSwitch";
import { useStored } from "../live";
import { Prose } from "../Prose";
import css from "./Settings.module.css";

/** What this browser likes; kept in it, and nowhere else. */
export function SettingsPage() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, zone, singleKeys } = usePreferences();
  return (
    <Prose title="Settings">
      <section className={`card ${css.group}`} aria-label="This browser">
        <h2>This browser</h2>
        <Line name="Theme">
          <SegmentedControl
            aria-label="Theme"
            data={schemes}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
          />
        </Line>
        <Line name="Density" hint="How high the log's rows are.">
          <SegmentedControl
            aria-label="Density"
            data={[
              { value: "compact", label: "Compact" },
              { value: "comfortable", label: "Comfortable" },
            ]}
            value={density}
            onChange={(value) => prefer({ density: value === "comfortable" ? "comfortable" : "compact" })}
          />
        </Line>
        <Line name="Time zone" hint="The charger's own times are always shown as it sent them.">
          <SegmentedControl
            aria-label="Time zone"
            data={[
              { value: "local", label: "Local" },
              { value: "utc", label: "UTC" },
            ]}
            value={zone}
            onChange={(value) => prefer({ zone: value === "utc" ? "utc" : "local" })}
          />
        </Line>
        <Line name="Single-key shortcuts" hint="1 to 4, /, C, F and ? act outside of text fields.">
          <Switch
            aria-label="Single-key shortcuts"
            checked={singleKeys}
            onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
          />
        </Line>
      </section>
      <About />
    </Prose>
  );
}

function About() {
  const about = useStored((store) => store.about());
  return (
    <section className={`card ${css.group}`} aria-label="About">
      <h2>About</h2>
      <Line name="Relay">{about == null ? "–" : `ocpp-relay ${about.version}`}</Line>
      <Line name="Licence">MIT</Line>
      <Line name="Fonts">Inter and JetBrains Mono, SIL Open Font License 1.1</Line>
    </section>
  );
}

function Line({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={css.line}>
      <div>
        <div className={css.name}>{name}</div>
        {hint !== undefined && <div className={css.hint}>{hint}</div>}
      </div>
      <div>{children}</div>
    </div>
  );
}
