import { useState } from "react";
import { useStored } from "../../../live";
import { type WaitingCall, waitingReader } from "./waiting_calls";

/** The calls that wait for a person, of all open chargers. */
export function useWaiting(): readonly WaitingCall[] {
  const [read] = useState(waitingReader);
  return useStored(read);
}
