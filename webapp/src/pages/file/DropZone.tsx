import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { filesWords } from "../../words/files";
import { useLive } from "../live";
import css from "./File.module.css";
import { openFile } from "./open_file";

/** A file can be dropped anywhere on the page. */
export function DropZone() {
  const live = useLive();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const on = (type: "dragover" | "dragleave" | "drop", then: (event: DragEvent) => void) =>
      addEventListener(type, then, { signal: leaving.signal });
    on("dragover", (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    });
    // Without a target to go to, the pointer has left the window.
    on("dragleave", (event) => setOver((now) => now && event.relatedTarget !== null));
    on("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      if (file) openFile(live, file);
    });
    return () => leaving.abort();
  }, [live]);
  if (!over) return null;
  return (
    <div className={css.over}>
      <p>
        <IconFileImport size={24} aria-hidden="true" /> {filesWords.drop}
      </p>
    </div>
  );
}

function hasFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
