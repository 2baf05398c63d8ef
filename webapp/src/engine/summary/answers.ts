import { at, type Json, listOf, numberOf } from "../json";
import { joined, plural } from "./figures";
import { dayAndTime, timeOfDay } from "./moments";
import { tally, variableName, word } from "./parts";

type Words = (payload: Json) => string | undefined;

/** What an answer says, by its call's action; undefined leaves it to the plain way. */
export const answers: Record<string, Words> = {
  BootNotification: (p) => {
    const status = word(p, "status");
    const interval = word(p, "interval");
    if (interval === undefined) return status;
    return joined(", ", status, status === "Accepted" ? `every ${interval} s` : `again in ${interval} s`);
  },
  Heartbeat: (p) => {
    const time = word(p, "currentTime");
    return time === undefined ? undefined : timeOfDay(time);
  },
  Authorize: tokenStatus,
  StartTransaction: (p) => {
    const id = word(p, "transactionId");
    return joined(", ", id === undefined ? undefined : `Transaction ${id}`, tokenStatus(p));
  },
  StopTransaction: tokenStatus,
  TransactionEvent: (p) => {
    const cost = numberOf(at(p, "totalCost"));
    return joined(", ", cost === undefined ? undefined : `${cost.toFixed(2)} so far`, tokenStatus(p));
  },
  DataTransfer: (p) => {
    const data = at(p, "data");
    const text = data === undefined || typeof data === "string" ? data : JSON.stringify(data);
    return joined(", ", word(p, "status"), text === undefined ? undefined : plural(text.length, "character"));
  },
  GetConfiguration: (p) => {
    const keys = listOf(at(p, "configurationKey"));
    const unknown = listOf(at(p, "unknownKey"));
    const [key] = keys;
    if (key !== undefined && keys.length === 1 && unknown.length === 0)
      return joined(" = ", word(key, "key"), word(key, "value"));
    return joined(", ", plural(keys.length, "key"), unknown.length === 0 ? undefined : `${unknown.length} unknown`);
  },
  GetVariables: (p) => {
    const results = listOf(at(p, "getVariableResult"));
    const [result] = results;
    if (result === undefined || results.length > 1) return tally(results, "attributeStatus");
    return joined(" = ", variableName(result), word(result, "attributeValue") ?? word(result, "attributeStatus"));
  },
  SetVariables: (p) => {
    const results = listOf(at(p, "setVariableResult"));
    return results.length === 1 ? word(results[0], "attributeStatus") : tally(results, "attributeStatus");
  },
  GetLocalListVersion: (p) => {
    const version = word(p, "listVersion") ?? word(p, "versionNumber");
    return version === undefined ? undefined : `Version ${version}`;
  },
};

function tokenStatus(p: Json): string | undefined {
  const info = at(p, "idTagInfo") ?? at(p, "idTokenInfo");
  const until = word(info, "expiryDate") ?? word(info, "cacheExpiryDateTime");
  return joined(" until ", word(info, "status"), until === undefined ? undefined : dayAndTime(until));
}
