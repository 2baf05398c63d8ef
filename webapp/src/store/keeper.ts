import type { Clock } from "../live/clock";
import type { Mark, NamedProfile, Settings, Storage } from "../live/contract";
import type { Standing } from "../responder/rules_in_use";
import type { Kept, KeptAnswers, KeptCharger, Key } from "./kept";
import type { Store } from "./store";

const batchMs = 400;
/** Pruning counts, so it waits until this many came. */
const pruneEvery = 2000;
const mostUnwritten = 50_000;

/**
 * Writes behind, in batches: nothing waits for storage, and its failure is told, never fatal. Reads give what there is, or
 * nothing.
 */
export class Keeper {
  state: Storage = { kind: "kept" };
  private store: Store | null = null;
  private unwritten: Kept[] = [];
  private writing: Promise<void> = Promise.resolve();
  private scheduled = false;
  private readonly since = new Map<string, number>();
  private readonly opened: Promise<void>;

  constructor(
    open: Promise<Store>,
    private readonly clock: Clock,
    private readonly told: () => void,
    public framesKept: number,
  ) {
    this.opened = open.then(
      (store) => {
        this.store = store;
      },
      (reason: unknown) => this.fail(reason),
    );
  }

  keep(entry: Kept): void {
    if (this.state.kind === "gone") return;
    this.unwritten.push(entry);
    if (this.unwritten.length > mostUnwritten) this.fail("It is too slow.");
    if (this.scheduled) return;
    this.scheduled = true;
    this.clock.after(batchMs, () => void this.flush());
  }

  /** Resolves when all that was given is written. */
  flush(): Promise<void> {
    this.scheduled = false;
    this.writing = this.writing.then(() => this.attempt((store) => this.write(store), undefined));
    return this.writing;
  }

  charger(identity: string): Promise<KeptCharger | undefined> {
    return this.attempt((store) => store.charger(identity), undefined);
  }

  chargers(): Promise<KeptCharger[]> {
    return this.attempt((store) => store.chargers(), []);
  }

  rememberCharger(charger: KeptCharger): Promise<void> {
    return this.attempt((store) => store.rememberCharger(charger), undefined);
  }

  tail(identity: string, most: number): Promise<Kept[]> {
    return this.attempt((store) => store.tail(identity, most), []);
  }

  page(identity: string, after: Key | null, upTo: Key, most: number): Promise<Kept[]> {
    return this.attempt((store) => store.page(identity, after, upTo, most), []);
  }

  forget(identity: string, upTo: Key): Promise<void> {
    return this.attempt((store) => store.forget(identity, upTo), undefined);
  }

  forgetAllBut(kept: readonly string[]): Promise<void> {
    return this.attempt((store) => store.forgetAllBut(kept), undefined);
  }

  prune(identity: string): Promise<void> {
    return this.attempt((store) => store.prune(identity, this.framesKept), undefined);
  }

  marks(identity: string): Promise<Mark[]> {
    return this.attempt((store) => store.marks(identity), []);
  }

  rememberMark(identity: string, mark: Mark): Promise<void> {
    return this.attempt((store) => store.rememberMark(identity, mark), undefined);
  }

  forgetMarks(identity: string, marks: readonly Mark[]): Promise<void> {
    return this.attempt((store) => store.forgetMarks(identity, marks), undefined);
  }

  openIn(client: string): Promise<string[]> {
    return this.attempt((store) => store.openIn(client), []);
  }

  rememberOpen(client: string, open: string[]): Promise<void> {
    return this.attempt((store) => store.rememberOpen(client, open, this.clock.now()), undefined);
  }

  settings(): Promise<Settings | undefined> {
    return this.attempt((store) => store.settings(), undefined);
  }

  rememberSettings(settings: Settings): Promise<void> {
    this.framesKept = settings.framesKept;
    return this.attempt((store) => store.rememberSettings(settings), undefined);
  }

  profiles(): Promise<NamedProfile[]> {
    return this.attempt((store) => store.profiles(), []);
  }

  rememberProfile(named: NamedProfile): Promise<void> {
    return this.attempt((store) => store.rememberProfile(named), undefined);
  }

  forgetProfile(id: string): Promise<void> {
    return this.attempt((store) => store.forgetProfile(id), undefined);
  }

  answers(identity: string): Promise<KeptAnswers | undefined> {
    return this.attempt((store) => store.answers(identity), undefined);
  }

  rememberAnswers(answers: KeptAnswers): Promise<void> {
    return this.attempt((store) => store.rememberAnswers(answers), undefined);
  }

  standing(identity: string, profile: string | null): Promise<Standing | undefined> {
    return this.attempt((store) => store.standing(identity, profile), undefined);
  }

  rememberStanding(identity: string, profile: string | null, standing: Standing): Promise<void> {
    return this.attempt((store) => store.rememberStanding(identity, profile, standing), undefined);
  }

  private async write(store: Store): Promise<void> {
    const entries = this.unwritten;
    if (entries.length === 0) return;
    this.unwritten = [];
    await store.keep(entries);
    for (const { key } of entries) this.since.set(key[0], (this.since.get(key[0]) ?? 0) + 1);
    for (const [identity, count] of this.since) {
      if (count < pruneEvery) continue;
      this.since.delete(identity);
      await store.prune(identity, this.framesKept);
    }
  }

  private async attempt<T>(work: (store: Store) => Promise<T>, otherwise: T): Promise<T> {
    await this.opened;
    if (this.store === null || this.state.kind === "gone") return otherwise;
    try {
      return await work(this.store);
    } catch (reason) {
      this.fail(reason);
      return otherwise;
    }
  }

  private fail(reason: unknown): void {
    this.unwritten = [];
    this.state = { kind: "gone", reason: reason instanceof Error ? reason.message : String(reason) };
    this.told();
  }
}
