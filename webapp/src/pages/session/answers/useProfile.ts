import { useSyncExternalStore } from "react";
import type { Charger, NamedProfile } from "../../../live/contract";
import { freeName } from "../../../responder/profile_name";
import type { Profile, Rule } from "../../../responder/rule";
import { useLive } from "../../live";
import { deskOf, type ProfileDesk } from "./desk";
import { emptyProfile, freshId } from "./profile_edit";
import { answersWords } from "../../../words/answers";

/** The profile that answers a charger, and what can be done with it. */
export interface InUse {
  desk: ProfileDesk;
  profiles: readonly NamedProfile[];
  /** Null: the default answers alone. */
  current: NamedProfile | null;
  /** Puts a changed profile in place of the current one; the first change makes one. */
  save: (profile: Profile, typing?: string) => void;
  /** Another profile from this one, and into use with it. */
  take: (profile: Profile) => void;
  choose: (id: string | null) => void;
}

export function useProfile(charger: Charger): InUse {
  const live = useLive();
  const desk = deskOf(live);
  const profiles = useSyncExternalStore(desk.subscribe, desk.profiles);
  const { identity, answers } = charger;
  const current = profiles.find(({ id }) => id === answers.profile) ?? null;
  const choose = (id: string | null) => live.ask({ kind: "use-profile", identity, id });
  const take = (profile: Profile) => {
    const id = freshId();
    const names = desk.profiles().map((one) => one.profile.name);
    desk.create(id, { ...profile, name: freeName(profile.name, names) });
    choose(id);
  };
  const save = (profile: Profile, typing?: string) =>
    current === null ? take(profile) : desk.change(current.id, profile, typing);
  return { desk, profiles, current, save, take, choose };
}

/** Where nothing is in use yet, the first rule begins a profile of this name. */
export const firstProfile: Profile = emptyProfile(answersWords.profile.first);

export function rulesOf(current: NamedProfile | null): readonly Rule[] {
  return current?.profile.rules ?? none;
}

const none: readonly Rule[] = [];

/** Stands in a rule's place in the address. */
export const defaultsPlace = "defaults";
