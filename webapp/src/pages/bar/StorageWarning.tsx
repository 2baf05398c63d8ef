import { Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useStored } from "../live";
import css from "./AppBar.module.css";
import { shellWords } from "../../words/shell";

const words = shellWords.bar.nothingKeptWhy;

export function StorageWarning() {
  const storage = useStored((store) => store.storage());
  if (storage.kind === "kept") return null;
  return (
    <Tooltip label={words}>
      <div className={css.relay} data-tone="warn" role="status">
        <IconAlertTriangle size={15} aria-hidden="true" />
        <span className="sr-only">{words}</span>
        <span aria-hidden="true">{shellWords.bar.nothingKept}</span>
      </div>
    </Tooltip>
  );
}
