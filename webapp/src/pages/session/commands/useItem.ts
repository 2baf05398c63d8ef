import { useEffect } from "react";
import type { Version } from "../../../schema/version";
import { beginCommand, itemOf, recallCommand, sheetOf } from "./desk";
import { starterText } from "./start_command";

/** Shows the draft that the address names: the one that was left there, else a new one. */
export function useItem(identity: string, version: Version, item: string | null): void {
  useEffect(() => {
    const shown = sheetOf(identity);
    if (item === null || (shown !== null && itemOf(shown.writing) === item) || recallCommand(identity, item)) return;
    if (item === "raw" || item === "any") {
      beginCommand(identity, { kind: item, action: "", text: item === "any" ? "{}" : "" });
      return;
    }
    let wanted = true;
    void starterText(version, item).then((text) => {
      if (wanted) beginCommand(identity, { kind: "call", action: item, text });
    });
    return () => {
      wanted = false;
    };
  }, [identity, version, item]);
}
