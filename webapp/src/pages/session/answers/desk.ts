import type { NamedProfile } from "../../../live/contract";
import type { Live } from "../../../live/start";
import { parseJson, type Json } from "../../../engine/json";
import { readProfile } from "../../../responder/read_profile";
import type { Profile } from "../../../responder/rule";

/**
 * The profiles as this page shows them. What is typed stands here at once; the worker keeps it and tells it back a
 * moment later. Every change can be undone.
 */
export class ProfileDesk {
  private readonly listeners = new Set<() => void>();
  private readonly sheets = new Map<string, Sheet>();
  private told: readonly NamedProfile[] = [];
  private shown: readonly NamedProfile[] = [];

  constructor(private readonly live: Live) {
    live.store.subscribe(() => this.hear());
    this.hear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly profiles = (): readonly NamedProfile[] => this.shown;

  /** What keeps a profile from being saved as it stands here; null when it is. */
  fault(id: string): string | null {
    return this.sheets.get(id)?.unsaved?.words ?? null;
  }

  /** A new profile, under an id of the caller's. */
  create(id: string, profile: Profile): void {
    this.send(id, profile);
  }

  /** Changes that `typing` names alike and that follow one another quickly are undone as one. */
  change(id: string, profile: Profile, typing?: string): void {
    const sheet = this.sheet(id);
    const before = this.shown.find((one) => one.id === id)?.profile;
    const now = Date.now();
    const goesOn = typing !== undefined && typing === sheet.typing && now - sheet.typedAt < sameTyping;
    if (before !== undefined && !goesOn) sheet.undo = [...sheet.undo.slice(-kept), before];
    sheet.typing = typing;
    sheet.typedAt = now;
    this.send(id, profile);
  }

  /** False when there is nothing to undo. */
  undo(id: string): boolean {
    const sheet = this.sheet(id);
    const before = sheet.undo.pop();
    if (before === undefined) return false;
    sheet.typing = undefined;
    this.send(id, before);
    return true;
  }

  /** Half-typed things are shown, and saved once they make sense. */
  private send(id: string, profile: Profile): void {
    const sheet = this.sheet(id);
    const read = readProfile(plainJson(profile));
    if (read.ok) {
      sheet.unsaved = null;
      sheet.sent.push(read.profile);
      this.live.ask({ kind: "save-profile", id, profile: read.profile });
    } else sheet.unsaved = { profile, words: read.wrong[0]?.words ?? "" };
    this.show();
  }

  private sheet(id: string): Sheet {
    const known = this.sheets.get(id);
    if (known !== undefined) return known;
    const sheet: Sheet = { sent: [], unsaved: null, undo: [], typing: undefined, typedAt: 0 };
    this.sheets.set(id, sheet);
    return sheet;
  }

  private hear(): void {
    const now = this.live.store.profiles();
    if (now === this.told) return;
    const before = new Map(this.told.map((one) => [one.id, one.profile]));
    this.told = now;
    for (const { id, profile } of now) {
      if (!isSame(profile, before.get(id))) this.confirm(this.sheet(id), profile);
    }
    for (const [id, sheet] of this.sheets) {
      if (before.has(id) && !now.some((one) => one.id === id)) Object.assign(sheet, { sent: [], unsaved: null });
    }
    this.show();
  }

  /** Our own change came back, or somebody else's overtook it. */
  private confirm(sheet: Sheet, profile: Profile): void {
    const at = sheet.sent.findIndex((sent) => isSame(sent, profile));
    sheet.sent = at < 0 ? [] : sheet.sent.slice(at + 1);
  }

  private show(): void {
    const told = this.told.map(({ id, profile }) => ({ id, profile: this.newest(id) ?? profile }));
    const coming = [...this.sheets.keys()].flatMap((id) => {
      const profile = this.told.some((one) => one.id === id) ? undefined : this.newest(id);
      return profile === undefined ? [] : [{ id, profile }];
    });
    this.shown = [...told, ...coming];
    for (const listener of [...this.listeners]) listener();
  }

  private newest(id: string): Profile | undefined {
    const sheet = this.sheets.get(id);
    return sheet?.unsaved?.profile ?? sheet?.sent.at(-1);
  }
}

interface Sheet {
  /** Asked for and not yet told back, oldest first. */
  sent: Profile[];
  unsaved: { profile: Profile; words: string } | null;
  undo: Profile[];
  typing: string | undefined;
  typedAt: number;
}

const sameTyping = 1500;
const kept = 99;

function isSame(one: Profile, other: Profile | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function plainJson(profile: Profile): Json {
  const parsed = parseJson(JSON.stringify(profile));
  return parsed.ok ? parsed.value : null;
}

const desks = new WeakMap<Live, ProfileDesk>();

/** One for the page: dock, editor and cards show the same. */
export function deskOf(live: Live): ProfileDesk {
  const known = desks.get(live);
  if (known !== undefined) return known;
  const desk = new ProfileDesk(live);
  desks.set(live, desk);
  return desk;
}
