import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import type { Export } from "../../live/contract";
import { saveFile } from "../../parts/save_file";
import { filesWords } from "../../words/files";
import { useLive, useStored } from "../live";

/** Saves what was exported when it is ready, wherever the user is by then. */
export function SaveExports() {
  const live = useLive();
  const exports = useStored((store) => store.exports());
  const handled = useRef(new Set<string>());
  useEffect(() => {
    for (const one of exports) {
      if (one.state.kind === "writing" || handled.current.has(one.id)) continue;
      handled.current.add(one.id);
      live.ask({ kind: "forget-export", id: one.id });
      notifications.show({ message: finish(one.state), autoClose: 8000 });
    }
  }, [exports, live]);
  return null;
}

function finish(state: Exclude<Export["state"], { kind: "writing" }>): string {
  if (state.kind === "failed") return filesWords.notExported(state.words);
  saveFile(state.name, state.blob);
  return [filesWords.saved(state.name), ...(state.left > 0 ? [filesWords.left(state.left)] : [])].join(" ");
}
