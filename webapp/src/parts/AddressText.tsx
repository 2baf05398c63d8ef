import css from "./AddressText.module.css";
import type { ChargerAddress } from "./address";

/** An address with its identity in our colour; empty, it ends in a grey example. */
export function AddressText({
  address,
  identity,
  example = "",
}: {
  address: ChargerAddress;
  identity: string;
  example?: string;
}) {
  return (
    <code className={css.address}>
      {address.scheme}://<span className={css.host}>{address.host}</span>
      {address.port}
      <wbr />
      {address.path}
      {identity === "" ? <span className={css.example}>{example}</span> : <b>{encodeURIComponent(identity)}</b>}
    </code>
  );
}
