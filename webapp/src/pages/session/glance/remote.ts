import type { Connector, Json } from "../../../live/contract";

export interface FilledCommand {
  action: string;
  payload: Json;
}

/** The command that stops what runs on a connector, filled. */
export function stopCommand(version: string, transaction: string): FilledCommand {
  if (isSecond(version)) return { action: "RequestStopTransaction", payload: { transactionId: transaction } };
  const number = Number(transaction);
  return {
    action: "RemoteStopTransaction",
    payload: { transactionId: Number.isInteger(number) ? number : transaction },
  };
}

/** The command that starts a transaction on a connector, filled as far as the log knows. */
export function startCommand(
  version: string,
  { id }: Pick<Connector, "id">,
  tag: string,
  remoteStartId: number,
): FilledCommand {
  const [place = id] = id.split(".");
  if (!isSecond(version))
    return { action: "RemoteStartTransaction", payload: { connectorId: Number(place), idTag: tag } };
  const idToken = { idToken: tag, type: "ISO14443" };
  return { action: "RequestStartTransaction", payload: { evseId: Number(place), remoteStartId, idToken } };
}

export function isSecond(version: string | undefined): boolean {
  return version?.startsWith("ocpp2") ?? false;
}
