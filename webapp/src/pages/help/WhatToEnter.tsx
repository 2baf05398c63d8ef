import type { ReactNode } from "react";
import { chargerAddresses, withoutIdentity } from "../../parts/address";
import { helpWords } from "../../words/help";
import { useStored } from "../live";
import css from "./Help.module.css";

const words = helpWords.entries;
const { rows } = words;
const usualPort = { ws: ":80", wss: ":443" };

/** The address as the fields of a charger's own tool want it. */
export function WhatToEnter() {
  const about = useStored((store) => store.about());
  const addresses = chargerAddresses(location, { ws: about?.public_ws ?? null, wss: about?.public_wss ?? null });
  const plain = addresses.find(({ scheme }) => scheme === "ws");
  const secure = addresses.find(({ scheme }) => scheme === "wss");
  if (plain === undefined || secure === undefined) return null;
  const port = (plain.port === "" ? usualPort.ws : plain.port).slice(1);
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <table className={`card ${css.entries}`}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.enter}</th>
          </tr>
        </thead>
        <tbody>
          <Entry field={rows.url} hint={rows.urlHint}>
            <code>{withoutIdentity(plain)}</code>
          </Entry>
          <Entry field={rows.secure} hint={rows.secureHint}>
            <code>{withoutIdentity(secure)}</code>
          </Entry>
          <Entry field={rows.parts}>
            <code>{plain.host}</code> · <code>{port}</code> · <code>{plain.path.replace(/\/$/, "")}</code>
          </Entry>
          <Entry field={rows.identity} hint={rows.identityHint}>
            <code>{rows.identityEnter}</code>
          </Entry>
          <Entry field={rows.version} hint={rows.versionHint}>
            {rows.versionEnter}
          </Entry>
          <Entry field={rows.password} hint={rows.passwordHint}>
            {rows.passwordEnter}
          </Entry>
        </tbody>
      </table>
    </>
  );
}

function Entry({ field, hint, children }: { field: string; hint?: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </td>
    </tr>
  );
}
