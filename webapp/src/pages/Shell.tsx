import { useEffect, useRef } from "react";
import { Boundary } from "../parts/Boundary";
import { never } from "../engine/never";
import { usePreferences } from "../parts/preferences";
import type { Route } from "../parts/route";
import { useRoute } from "../parts/useRoute";
import { AppBar } from "./bar/AppBar";
import { KeyList } from "./KeyList";
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

export function Shell() {
  const route = useRoute();
  const { density } = usePreferences();
  const held = heldTitle(useWaiting());
  const inSession = route.place === "session";
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    document.title = held ?? titleOf(route);
  }, [route, held]);
  useFocusOnArrival(route.place === "session" ? `cp/${route.identity}` : route.place);
  return (
    <div className={css.shell} data-session={inSession}>
      <nav aria-label="Skip">
        <a className={css.skip} href={location.hash} onClick={skip}>
          {inSession ? "Skip to the log" : "Skip to the page"}
        </a>
      </nav>
      <AppBar route={route} />
      <main className={css.main} id="main" tabIndex={-1}>
        <Boundary part={route.place} key={route.place === "session" ? `cp/${route.identity}` : route.place}>
          <Place route={route} />
        </Boundary>
      </main>
      <KeyList />
      <HeldWatch />
      <SaveExports />
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

function titleOf(route: Route): string {
  switch (route.place) {
    case "start":
      return "ocpp-relay";
    case "session":
      return `${route.identity} – ocpp-relay`;
    case "take":
      return "Rules from a link – ocpp-relay";
    case "help":
      return "Why does it not connect? – ocpp-relay";
    case "settings":
      return "Settings – ocpp-relay";
    case "unknown":
      return "Not found – ocpp-relay";
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
