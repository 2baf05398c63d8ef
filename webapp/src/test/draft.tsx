import "../style/all";
import { MantineProvider } from "@mantine/core";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { DraftEditor } from "../parts/draft/DraftEditor";
import type { Kind } from "../schema/carried";
import { loadVersion } from "../schema/load";
import { minimal } from "../schema/minimal";
import { nearestVersion } from "../schema/version";
import { resolver, theme } from "../style/theme";

// One draft and no relay: `npm run dev`, then /src/test/draft.html?version=ocpp2.1&action=SetChargingProfile&kind=call
const asked = new URLSearchParams(location.search);
const version = nearestVersion(asked.get("version") ?? "ocpp1.6");
const action = asked.get("action") ?? "BootNotification";
const kind: Kind = asked.get("kind") === "call" ? "call" : "result";

function Draft() {
  const [text, setText] = useState(asked.get("text"));
  useEffect(() => {
    if (text !== null) return;
    void loadVersion(version).then((schemas) =>
      setText(JSON.stringify(minimal(schemas.schema(action, kind) ?? {}), null, 2)),
    );
  }, [text]);
  if (text === null) return null;
  return (
    <DraftEditor
      {...{ version, action, kind, text }}
      name={action}
      onChange={setText}
      templates
      minimal={asked.has("minimal")}
      preview={(template) => (template === "{{now}}" ? "11:40:17Z" : undefined)}
      suggestions={(path) => (path.at(-1) === "transactionId" ? ["4711"] : [])}
    />
  );
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <div className="card" style={{ margin: 12, padding: asked.has("padded") ? 12 : 0 }}>
        <Draft />
      </div>
    </MantineProvider>,
  );
