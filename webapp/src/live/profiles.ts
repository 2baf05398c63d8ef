import { freeName } from "../responder/profile_name";
import type { Profile } from "../responder/rule";
import type { Keeper } from "../store/keeper";
import type { NamedProfile } from "./contract";

/** The rules kept in this browser. */
export class Profiles {
  private readonly byId = new Map<string, NamedProfile>();

  constructor(
    private readonly keeper: Keeper,
    private readonly changed: (id: string) => void,
  ) {}

  fill(kept: readonly NamedProfile[]): void {
    for (const named of kept) this.byId.set(named.id, named);
  }

  get view(): NamedProfile[] {
    return [...this.byId.values()].sort((a, b) => a.profile.name.localeCompare(b.profile.name));
  }

  find(id: string): Profile | null {
    return this.byId.get(id)?.profile ?? null;
  }

  save(id: string, profile: Profile): void {
    const others = this.view.filter((other) => other.id !== id).map((other) => other.profile.name);
    const named = { id, profile: { ...profile, name: freeName(profile.name, others) } };
    this.byId.set(id, named);
    void this.keeper.rememberProfile(named);
    this.changed(id);
  }

  delete(id: string): void {
    this.byId.delete(id);
    void this.keeper.forgetProfile(id);
    this.changed(id);
  }
}
