import { useEffect, useState } from "react";
import { loadVersion } from "../../schema/load";
import type { Version } from "../../schema/version";
import type { VersionSchemas } from "../../schema/version_schemas";

export type Schemas = { kind: "here"; schemas: VersionSchemas } | { kind: "coming" } | { kind: "failed" };

/** The schemas of a version, once they are here. */
export function useSchemas(version: Version): Schemas {
  const [found, setFound] = useState<{ version: Version; state: Schemas } | null>(null);
  useEffect(() => {
    let wanted = true;
    const tell = (state: Schemas) => {
      if (wanted) setFound({ version, state });
    };
    loadVersion(version).then(
      (schemas) => tell({ kind: "here", schemas }),
      () => tell({ kind: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [version]);
  return found?.version === version ? found.state : { kind: "coming" };
}
