import type { Setting } from "../../../../live/contract";

export type SettingLine = { kind: "group"; name: string } | { kind: "setting"; setting: Setting };

/** The settings that fit what is looked for, each component under its name. */
export function foundLines(settings: readonly Setting[], text: string): SettingLine[] {
  const wanted = text.trim().toLowerCase();
  const lines: SettingLine[] = [];
  let group: string | null = null;
  for (const setting of settings) {
    const { component, name, value } = setting;
    if (!`${component ?? ""}.${name} ${value ?? ""}`.toLowerCase().includes(wanted)) continue;
    if (component !== null && component !== group) lines.push({ kind: "group", name: component });
    group = component;
    lines.push({ kind: "setting", setting });
  }
  return lines;
}
