import { IconInfoCircle } from "@tabler/icons-react";
import css from "./Start.module.css";

/** The relay listens on this machine alone: no charger outside can reach it. */
export function LocalOnly() {
  return (
    <p className={css.local}>
      <IconInfoCircle size={15} aria-hidden="true" />
      <span>
        This relay only listens on this computer. To let chargers in from the network, start it with{" "}
        <code>RELAY_HOST=0.0.0.0</code> and open this page by the computer's address.
      </span>
    </p>
  );
}
