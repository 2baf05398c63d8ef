import type { CannedReply, Delay, Fault } from "../../../responder/rule";

/** The same reply with another delay, or with none. */
export function withDelay(reply: CannedReply, delay: Delay | undefined): CannedReply {
  return delay === undefined ? less(reply, "delay") : { ...reply, delay };
}

/** The same reply broken in another way, or not broken. */
export function withFault(reply: CannedReply, fault: Fault | undefined): CannedReply {
  return fault === undefined ? less(reply, "fault") : { ...reply, fault };
}

function less(reply: CannedReply, key: "delay" | "fault"): CannedReply {
  const rest = { ...reply };
  Reflect.deleteProperty(rest, key);
  return rest;
}
