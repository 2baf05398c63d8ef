import { useEffect, useRef } from "react";
import { Boundary } from "../parts/Boundary";
import { never } from "../engine/never";
import { usePreferences } from "../parts/preferences";
import type { Route } from "../parts/route";
import { useRoute } from "../parts/useRoute";
import { filesWords } from "../words/files";
import { useStored } from "./live";
import { AppBar } from "./bar/AppBar";
import { KeyList } from "./KeyList";
import { DropZone } from "./file/DropZone";
import { FilePage } from "./file/FilePage";
import { SaveExports } from "./file/SaveExports";
import { HelpPage } from "./help/HelpPage";
import css from "./Shell.module.css";
import { SessionPage } from "./session/SessionPage";
import { heldTitle } from "./session/answers/held/held_words";
import { HeldWatch } from "./session/answers/held/HeldWatch";
import { useWaiting } from "./session/answers/held/useWaiting";
import { SettingsPage } from "./settings/SettingsPage";
import { StartPage } from "./start/StartPage";
import { TakePage } from "./take/TakePage";
import { UnknownPage } from "./UnknownPage";
import { shellWords } from "../words/shell";

export function Shell() {
  const route = useRoute();
  const { density } = usePreferences();
  const held = heldTitle(useWaiting());
  const file = useStored((store) => store.file())?.name;
  const inSession = route.place === "session" || route.place === "file";
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    document.title = held ?? titleOf(route, file);
  }, [route, held, file]);
  const place = route.place === "session" ? `cp/${route.identity}` : route.place;
  useFocusOnArrival(place);
  return (
    <div className={css.shell} data-session={inSession}>
      <nav aria-label={shellWords.skip.name}>
        <a className={css.skip} href={location.hash} onClick={skip}>
          {inSession ? shellWords.skip.toLog : shellWords.skip.toPage}
        </a>
      </nav>
      <AppBar route={route} />
      <main className={css.main} id="main" tabIndex={-1}>
        <Boundary part={route.place} key={place}>
          <Place route={route} />
        </Boundary>
      </main>
      <KeyList />
      <HeldWatch />
      <SaveExports />
      <DropZone />
    </div>
  );
}

/** After going to another page the focus goes to its heading; the start page has a field for it. */
function useFocusOnArrival(place: string) {
  const arrived = useRef(place);
  useEffect(() => {
    if (arrived.current === place) return;
    arrived.current = place;
    if (place !== "start") document.querySelector<HTMLElement>("main h1")?.focus();
  }, [place]);
}

function Place({ route }: { route: Route }) {
  switch (route.place) {
    case "start":
      return <StartPage />;
    case "session":
      return <SessionPage identity={route.identity} view={route.view} item={route.item} query={route.query} />;
    case "file":
      return <FilePage view={route.view} query={route.query} />;
    case "take":
      return <TakePage packed={route.packed} />;
    case "help":
      return <HelpPage />;
    case "settings":
      return <SettingsPage />;
    case "unknown":
      return <UnknownPage />;
    default:
      return never(route);
  }
}

function titleOf(route: Route, file: string | undefined): string {
  switch (route.place) {
    case "start":
      return shellWords.app;
    case "session":
      return shellWords.titles.session(route.identity);
    case "file":
      return file === undefined ? shellWords.app : filesWords.title(file);
    case "take":
      return shellWords.titles.take;
    case "help":
      return shellWords.titles.help;
    case "settings":
      return shellWords.titles.settings;
    case "unknown":
      return shellWords.titles.unknown;
    default:
      return never(route);
  }
}

/** The hash is the page's address here, so the link cannot jump by itself. */
function skip(event: React.MouseEvent) {
  event.preventDefault();
  const target = document.querySelector<HTMLElement>("[data-skip-target]") ?? document.getElementById("main");
  target?.focus();
}
