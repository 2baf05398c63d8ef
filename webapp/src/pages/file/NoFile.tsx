import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { filesWords } from "../../words/files";
import { useLive } from "../live";
import css from "./File.module.css";
import { chooseFile } from "./open_file";

export function NoFile() {
  const live = useLive();
  return (
    <div className={css.none}>
      <h1 className="display" tabIndex={-1}>
        {filesWords.openHere}
      </h1>
      <p>
        {filesWords.none} {filesWords.noneHint}
      </p>
      <Button leftSection={<IconFileImport size={16} />} onClick={() => chooseFile(live)}>
        {filesWords.open}
      </Button>
    </div>
  );
}
