import type { Live } from "../../live/start";
import { sessionHash } from "../../parts/route";
import { fileIdentity } from "../../live/files/file_identity";
import { goTo } from "../../parts/useRoute";

export function openFile(live: Live, file: File): void {
  live.ask({ kind: "open-file", file, name: file.name });
  goTo(sessionHash(fileIdentity));
}

/** Lets a person choose a file to look at. */
export function chooseFile(live: Live): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".jsonl,.ndjson,.json,.gz";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) openFile(live, file);
  });
  input.click();
}
