import { never } from "../engine/never";
import type { Version } from "./version";
import { VersionSchemas } from "./version_schemas";

const loading = new Map<Version, Promise<VersionSchemas>>();

/** The schemas of a version: a file of its own, fetched when first asked for. */
export function loadVersion(version: Version): Promise<VersionSchemas> {
  const known = loading.get(version);
  if (known !== undefined) return known;
  const coming = fetched(version).then(({ carried, validators }) => new VersionSchemas(version, carried, validators));
  loading.set(version, coming);
  // A relay that was restarted in between may have it the next time.
  coming.catch(() => loading.delete(version));
  return coming;
}

function fetched(version: Version) {
  switch (version) {
    case "ocpp1.6":
      return import("virtual:schemas/ocpp1.6");
    case "ocpp2.0.1":
      return import("virtual:schemas/ocpp2.0.1");
    case "ocpp2.1":
      return import("virtual:schemas/ocpp2.1");
    default:
      return never(version);
  }
}
