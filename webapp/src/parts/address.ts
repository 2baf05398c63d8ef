/** The addresses to type into a charger, made from the page's own. */

import type { Version } from "../schema/version";
import { partsWords } from "../words/parts";

export type Scheme = "ws" | "wss";

export interface ChargerAddress {
  scheme: Scheme;
  /** `relay.lan` in `ws://relay.lan:9000/ocpp/` */
  host: string;
  /** `:9000`, or nothing */
  port: string;
  /** `/ocpp/`, with its slash */
  path: string;
  /** Why this one may not be the one to take. */
  note: string;
}

export interface PageAddress {
  protocol: string;
  hostname: string;
  port: string;
}

export interface PublicAddresses {
  ws: string | null;
  wss: string | null;
}

/** What to type where there is no charger; the address only where it is not the emulator's own default. */
export function emulatorCommand(page: PageAddress, identity?: string): string {
  const own = page.protocol === "https:" ? "wss" : "ws";
  const isDefault = own === "ws" && page.hostname === "localhost" && page.port === "9000";
  const port = page.port === "" ? "" : `:${page.port}`;
  const url = isDefault ? "" : ` --url ${own}://${page.hostname}${port}/ocpp`;
  return `ocpp-relay emulate${url}${identity === undefined ? "" : ` --identity ${quoted(identity)}`}`;
}

/** The emulator as a charger that says this text as it stands. It has a name of its own: the real one keeps its connection. */
export function replayCommand(page: PageAddress, identity: string, version: Version, frame: string): string {
  const spoken = version === "ocpp1.6" ? "" : ` --version ${version.slice("ocpp".length)}`;
  return `${emulatorCommand(page, `${identity}-replay`)}${spoken} --say ${quoted(frame)}`;
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Both addresses, the page's own scheme first. */
export function chargerAddresses(
  page: PageAddress,
  published: PublicAddresses = { ws: null, wss: null },
): ChargerAddress[] {
  const own: Scheme = page.protocol === "https:" ? "wss" : "ws";
  const other: Scheme = own === "ws" ? "wss" : "ws";
  return [address(own, page, own, published[own]), address(other, page, own, published[other])];
}

function address(scheme: Scheme, page: PageAddress, own: Scheme, published: string | null): ChargerAddress {
  const given = published === null ? null : taken(published, scheme);
  if (given !== null) return given;
  const port = scheme === own && page.port !== "" ? `:${page.port}` : foreignPort(scheme, page);
  return { scheme, host: page.hostname, port, path: "/ocpp/", note: noteOf(scheme, own) };
}

/** TLS in front of a relay on a port of its own keeps that port; plain beside TLS is port 80. */
function foreignPort(scheme: Scheme, page: PageAddress): string {
  return scheme === "wss" && page.port !== "" ? `:${page.port}` : "";
}

function noteOf(scheme: Scheme, own: Scheme): string {
  if (scheme === own) return partsWords.address.own;
  return scheme === "wss" ? partsWords.address.needsCertificate : partsWords.address.plain;
}

function taken(published: string, scheme: Scheme): ChargerAddress | null {
  const parts = /^wss?:\/\/(\[[^\]]+\]|[^:/]+)(:\d+)?(\/.*)?$/.exec(published);
  if (parts === null) return null;
  const path = (parts[3] ?? "/ocpp").replace(/\/*$/, "/");
  return { scheme, host: parts[1] ?? "", port: parts[2] ?? "", path, note: partsWords.address.published };
}

/** The whole address; without an identity it ends in the slash chargers append theirs to. */
export function written(address: ChargerAddress, identity: string): string {
  return `${address.scheme}://${address.host}${address.port}${address.path}${encodeURIComponent(identity)}`;
}

/** Without the identity and without the slash: what most "Server URL" fields want. */
export function withoutIdentity(address: ChargerAddress): string {
  return written(address, "").replace(/\/$/, "");
}

/** What may go wrong with this name, in one sentence; null when nothing. Never forbids. */
export function adviceOn(identity: string): string | null {
  if (new TextEncoder().encode(identity).length > 255) return partsWords.identity.tooLong;
  // OCPP 2.0.1 part 4, section 2.2: no colon, for it ends the user name in HTTP Basic; at most 48 characters.
  if (identity.includes(":")) return partsWords.identity.colon;
  if (Array.from(identity).length > 48) return partsWords.identity.longFor2;
  return null;
}
