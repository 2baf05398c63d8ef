import type { Charger } from "../../../live/contract";
import type { Offer } from "../../../parts/draft/props";
import type { Path } from "../../../schema/json_schema";
import { commandWords } from "../../../words/commands";

/** What the log has seen that fits a field: connectors, running transactions, tags, configuration keys, variables. */
export function seenFor({ connectors, seen }: Pick<Charger, "connectors" | "seen">, path: Path): Offer[] {
  const running = connectors.flatMap(({ id, transaction }) =>
    transaction === null ? [] : [{ value: transaction.id, words: commandWords.runningOn(id) }],
  );
  const field = path.findLast((step) => typeof step === "string");
  switch (field) {
    case "connectorId":
      return distinct(connectors.map(({ id }) => id.split(".").at(-1)));
    case "evseId":
      return distinct(connectors.map(({ id }) => id.split(".")[0]));
    case "id":
      return path.at(-2) === "evse" ? distinct(connectors.map(({ id }) => id.split(".")[0])) : [];
    case "transactionId":
      return running;
    case "idTag":
    case "idToken":
      return distinct([...connectors.map(({ transaction }) => transaction?.tag), ...seen.tags]);
    case "key":
      return seen.keys;
    case "name":
      if (path.at(-2) === "component") return seen.components;
      return path.at(-2) === "variable" ? seen.variables : [];
    default:
      return [];
  }
}

function distinct(words: readonly (string | null | undefined)[]): string[] {
  return [...new Set(words.filter((word) => word != null))];
}
