import { useSyncExternalStore } from "react";
import { compactJson, isObject, type Json, parseJson } from "../../../engine/json";
import { parseFrame } from "../../../engine/frame";
import { summarise } from "../../../engine/summary/summary";
import { type Version, versions } from "../../../schema/version";
import type { Writing } from "./draft";
import { commandWords } from "../../../words/commands";

/** A command kept in this browser. */
export interface Favourite {
  name: string;
  version: Version;
  writing: Writing;
}

const key = "ocpp-relay.favourites";
const most = 100;
const listeners = new Set<() => void>();
let kept = read();

/** The favourites of a version, in the order they were kept. */
export function useFavourites(version: Version): readonly Favourite[] {
  const all = useSyncExternalStore(subscribe, () => kept);
  return all.filter((favourite) => favourite.version === version);
}

/** The favourite that says the same, however it is spaced. */
export function favouriteOf(favourites: readonly Favourite[], writing: Writing): Favourite | undefined {
  return favourites.find((favourite) => isSame(favourite.writing, writing));
}

/** Keeps a command; one that says the same only gets the new name. */
export function keepFavourite(favourite: Favourite): void {
  const place = kept.findIndex((one) => one.version === favourite.version && isSame(one.writing, favourite.writing));
  write(place < 0 ? [...kept, favourite].slice(-most) : kept.with(place, favourite));
}

export function dropFavourite(favourite: Favourite): void {
  write(kept.filter((one) => one.version !== favourite.version || !isSame(one.writing, favourite.writing)));
}

/** "Reset · Soft" */
export function nameFor({ kind, action, text }: Writing): string {
  const frame = parseFrame(kind === "raw" ? text : `[2,"",${JSON.stringify(action)},${text}]`);
  const named = frame.kind === "call" || frame.kind === "send" ? frame.action : commandWords.rawFrame;
  const summary = summarise(frame, null);
  return (summary === "" || summary === "{}" ? named : `${named} · ${summary}`).slice(0, 60);
}

function isSame(one: Writing, other: Writing): boolean {
  return one.kind === other.kind && one.action === other.action && plain(one) === plain(other);
}

function plain({ kind, text }: Writing): string {
  return kind === "raw" ? text : compactJson(text);
}

function write(favourites: Favourite[]): void {
  kept = favourites;
  try {
    localStorage.setItem(key, JSON.stringify(favourites));
  } catch {
    // A private window may refuse: then they last as long as the page.
  }
  for (const told of [...listeners]) told();
}

function subscribe(told: () => void): () => void {
  // Another tab of this browser keeps or drops one.
  const heard = (event: StorageEvent): void => {
    if (event.key !== key) return;
    kept = read();
    told();
  };
  addEventListener("storage", heard);
  listeners.add(told);
  return () => {
    removeEventListener("storage", heard);
    listeners.delete(told);
  };
}

function read(): Favourite[] {
  try {
    const parsed = parseJson(localStorage.getItem(key) ?? "[]");
    return parsed.ok && Array.isArray(parsed.value) ? parsed.value.flatMap(favouriteFrom) : [];
  } catch {
    return [];
  }
}

/** What another version of the page wrote may be anything. */
function favouriteFrom(value: Json): Favourite[] {
  if (!isObject(value) || !isObject(value["writing"])) return [];
  const { name, writing } = value;
  const { kind, action, text } = writing;
  const version = versions.find((one) => one === value["version"]);
  if (version === undefined || typeof name !== "string" || typeof action !== "string" || typeof text !== "string")
    return [];
  return kind === "call" || kind === "any" || kind === "raw"
    ? [{ name, version, writing: { kind, action, text } }]
    : [];
}
