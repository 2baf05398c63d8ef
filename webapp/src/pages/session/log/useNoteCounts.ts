import { useEffect, useMemo, useState } from "react";
import { loadVersion } from "../../../schema/load";
import { nearestVersion } from "../../../schema/version";
import type { VersionSchemas } from "../../../schema/version_schemas";
import { NoteCounts } from "./note_counts";

/** Null until the version's schemas are here; another object for a log that began anew. */
export function useNoteCounts(version: string, generation: number): NoteCounts | null {
  const [schemas, setSchemas] = useState<VersionSchemas | null>(null);
  useEffect(() => {
    let wanted = true;
    loadVersion(nearestVersion(version)).then(
      (loaded) => {
        if (wanted) setSchemas(loaded);
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [version]);
  // Rows of another generation are others under the same numbers.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  return useMemo(() => schemas && new NoteCounts(schemas), [schemas, generation]);
}
