import type { ReadProfile } from "../../../../responder/read_profile";
import type { Profile } from "../../../../responder/rule";
import { fromText, toFile } from "../../../../responder/share";

/** Saves the rules as a file that a headless run reads, too. */
export function saveFile(profile: Profile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([toFile(profile)], { type: "application/json" }));
  link.download = `${profile.name.replace(/[^\p{L}\p{N} ._-]/gu, "_")}.rules.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Lets a person choose a file; null when none was chosen. */
export async function importFile(): Promise<ReadProfile | null> {
  const file = await chosenFile();
  return file === null ? null : fromText(await file.text());
}

function chosenFile(): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
