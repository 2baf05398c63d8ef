import { answerCall } from "./answer_call";
import { noCounters } from "./counters";
import type { Profile } from "./rule";
import type { Responder } from "./reply";

/** No rules: every call gets the default answer. */
export const noRules: Profile = { format: 1, name: "No rules", rules: [], defaults: [], expect: [] };

/** The default answer to any call. */
export const respond: Responder = (call, context) => answerCall(noRules, noCounters, 0, call, context);
