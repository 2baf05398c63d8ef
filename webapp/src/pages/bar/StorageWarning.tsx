import { Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useStored } from "../live";
import css from "./AppBar.module.css";

const words = "This browser keeps nothing after the tab closes (private window, or its storage is full).";

export function StorageWarning() {
  const storage = useStored((store) => store.storage());
  if (storage.kind === "kept") return null;
  return (
    <Tooltip label={words}>
      <div className={css.relay} data-tone="warn" role="status">
        <IconAlertTriangle size={15} aria-hidden="true" />
        <span className="sr-only">{words}</span>
        <span aria-hidden="true">Nothing is kept</span>
      </div>
    </Tooltip>
  );
}
