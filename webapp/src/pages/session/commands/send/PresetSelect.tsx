import { Select } from "@mantine/core";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { useSchemas } from "../../../../parts/draft/useSchemas";
import { commandWords as words } from "../../../../words/commands";
import { commandVersion } from "../catalogue/actions";
import { beginCommand } from "../desk";
import type { Writing } from "../draft";
import { presetsOf } from "../presets/presets";

/** Payloads to start from; choosing one begins the draft anew. */
export function PresetSelect({ charger, writing }: { charger: Charger; writing: Writing }) {
  const { action, kind } = writing;
  const version = commandVersion(action, charger.connection?.version);
  // Each draft has its own: "18:00" is told from when it was begun.
  const [now] = useState(() => Date.now());
  const schemas = useSchemas(version);
  const schema = schemas.kind === "here" ? schemas.schemas.schema(action, "call") : undefined;
  const presets = kind === "raw" ? [] : presetsOf({ version, action, schema, charger, now });
  if (presets.length === 0) return null;
  return (
    <Select
      aria-label={words.preset}
      placeholder={words.preset}
      data={presets.map(({ name }) => name)}
      value={null}
      searchable={presets.length > 8}
      maxDropdownHeight={320}
      comboboxProps={{ width: "max-content", position: "bottom-end" }}
      onChange={(name) => {
        const preset = presets.find((one) => one.name === name);
        if (preset === undefined) return;
        beginCommand(charger.identity, { kind, action, text: JSON.stringify(preset.payload, null, 2) });
      }}
    />
  );
}
