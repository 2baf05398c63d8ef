import { readName } from "../../../../responder/template_name";

/** What `{{now}}` and its sisters would be now; nothing for what only a call can tell. */
export function templatePreview(template: string): string | undefined {
  const inner = /^\{\{([^{}]*)\}\}$/.exec(template)?.[1];
  const name = inner === undefined ? undefined : readName(inner);
  if (name?.ok !== true || name.named.kind !== "now") return undefined;
  const time = new Date(Date.now() + name.named.offsetMs).toISOString();
  return name.named.offsetMs === 0 ? `${time.slice(11, 19)}Z` : `${time.slice(0, 19)}Z`;
}
