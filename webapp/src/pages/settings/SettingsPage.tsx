import { settingsWords as words } from "../../words/settings";
import { useStored } from "../live";
import { Prose } from "../Prose";
import { About } from "./About";
import { ThisBrowser } from "./ThisBrowser";
import { WorkSettings } from "./WorkSettings";

/** What this browser likes; kept in it, and nowhere else. */
export function SettingsPage() {
  const settings = useStored((store) => store.settings());
  return (
    <Prose title={words.title}>
      <ThisBrowser />
      {settings !== undefined && <WorkSettings settings={settings} />}
      <About />
    </Prose>
  );
}
