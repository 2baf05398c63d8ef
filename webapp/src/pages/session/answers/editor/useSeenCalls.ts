import { useMemo } from "react";
import type { Charger } from "../../../../live/contract";
import { useStored } from "../../../live";
import { type SeenCall, seenCalls } from "./seen_calls";

/** The last calls of this charger. */
export function useSeenCalls({ identity }: Charger): SeenCall[] {
  const log = useStored((store) => store.log(identity));
  return useMemo(() => seenCalls(log), [log]);
}
