import type { Profile } from "../../../../responder/rule";
import { pack } from "../../../../responder/share";

export type Link = { ok: true; link: string } | { ok: false; words: string };

/** A link to this page with the rules in its fragment; too many of them do not fit. */
export function takeLink(profile: Profile, page: Pick<Location, "origin" | "pathname">): Link {
  const packed = pack(profile);
  return packed.ok ? { ok: true, link: `${page.origin}${page.pathname}#/take/${packed.packed}` } : packed;
}
