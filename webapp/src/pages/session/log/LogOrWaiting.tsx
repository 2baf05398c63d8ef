import type { Charger } from "../../../live/contract";
import type { View } from "../../../parts/route";
import type { Layout } from "../layout";
import { LogRegion } from "./LogRegion";
import { Waiting } from "./Waiting";

interface Props {
  charger: Charger;
  query: URLSearchParams;
  layout: Layout;
  view: View;
}

/** The log; or, while there is none and no charger, how to bring one. */
export function LogOrWaiting(props: Props) {
  const { presence, counts } = props.charger;
  const waits = presence.kind === "absent" && counts.frames === 0;
  return waits ? <Waiting charger={props.charger} /> : <LogRegion {...props} />;
}
