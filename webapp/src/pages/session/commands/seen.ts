import type { Charger } from "../../../live/contract";
import type { Path } from "../../../schema/json_schema";

/** What the log has seen that fits a field: connectors, running transactions, their tags. */
export function seenFor({ connectors }: Pick<Charger, "connectors">, path: Path): string[] {
  const running = connectors.flatMap(({ transaction }) => transaction ?? []);
  switch (path.at(-1)) {
    case "connectorId":
      return distinct(connectors.map(({ id }) => id.split(".").at(-1)));
    case "evseId":
      return distinct(connectors.map(({ id }) => id.split(".")[0]));
    case "transactionId":
      return distinct(running.map(({ id }) => id));
    case "idTag":
    case "idToken":
      return distinct(running.map(({ tag }) => tag));
    default:
      return [];
  }
}

function distinct(words: readonly (string | null | undefined)[]): string[] {
  return [...new Set(words.filter((word) => word != null))];
}
