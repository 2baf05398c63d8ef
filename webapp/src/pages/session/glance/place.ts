import { createContext, useContext } from "react";
import type { Source } from "../../../live/contract";
import { sessionHash } from "../../../parts/route";
import { frameName } from "../log/frame_name";

/** Where the page at a glance stands: an imported file has its log elsewhere, and nobody to send to. */
export interface GlancePlace {
  /** The address of the log with this query. */
  log: (query: URLSearchParams) => string;
  live: boolean;
}

export const GlancePlaceContext = createContext<GlancePlace | null>(null);

export function usePlace(identity: string): GlancePlace {
  return useContext(GlancePlaceContext) ?? { log: (query) => sessionHash(identity, "log", query), live: true };
}

/** The address of the frame that a value came from. */
export function frameHash(place: GlancePlace, source: Source): string {
  return place.log(new URLSearchParams({ frame: frameName(source) }));
}
