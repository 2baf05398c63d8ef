import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { Live } from "./live/start";
import { LiveContext } from "./pages/live";
import { Shell } from "./pages/Shell";
import { Announcer } from "./parts/announce";
import { Boundary } from "./parts/Boundary";
import { resolver, theme } from "./style/theme";

export function App({ live }: { live: Live }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <LiveContext value={live}>
        <Boundary part="app">
          <Shell />
        </Boundary>
        <Notifications position="bottom-center" />
        <Announcer />
      </LiveContext>
    </MantineProvider>
  );
}
