import type { Kind } from "../../schema/carried";
import type { Path } from "../../schema/json_schema";
import type { Version } from "../../schema/version";

/** A value worth offering; `words` say what it is: "running on 1". */
export type Offer = string | { value: string; words: string };

export function valueOf(offer: Offer): string {
  return typeof offer === "string" ? offer : offer.value;
}

/** One draft: its text is the truth, whether it is JSON or not. */
export interface DraftProps {
  version: Version;
  action: string;
  kind: Kind;
  text: string;
  onChange: (text: string) => void;
  /** Ctrl Enter. Without it the key goes on to whoever holds the draft. */
  onSubmit?: () => void;
  /** What the draft is, for those who hear it: "Your answer". */
  name: string;
  /** Only what is required; the rest under "n optional". */
  minimal?: boolean;
  /** What fields are for is said when one points at them, and to those who hear it; it takes no room. */
  quiet?: boolean;
  /** Takes all the height it is given. */
  fill?: boolean;
  /** Put the cursor into the first field. */
  autoFocus?: boolean;
  /** What the log knows for a place: connectors, tags, transactions. */
  suggestions?: (path: Path) => readonly Offer[];
  /** `{{now}}` and its sisters are filled when the draft leaves; without it they would leave as they are written. */
  templates?: boolean;
  /** What a template would be now, such as the time for `{{now}}`. */
  preview?: (template: string) => string | undefined;
}
