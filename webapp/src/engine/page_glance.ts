import { Series } from "./series";
import type { Absence, GlanceChanges, Setting, SettingsRead, TransactionRow } from "./view";

/** What a charger did over time, as it stood at one update. A list is the same object until it has changed. */
export interface GlanceView {
  /** The newest first. */
  readonly transactions: readonly TransactionRow[];
  /** By component and name. */
  readonly settings: readonly Setting[];
  readonly read: SettingsRead | null;
  /** They grow in place: `points` tells when. */
  readonly series: readonly Series[];
  /** How many points have come so far. */
  readonly points: number;
  readonly absences: readonly Absence[];
}

export const noGlance: GlanceView = {
  transactions: [],
  settings: [],
  read: null,
  series: [],
  points: 0,
  absences: [],
};

const mostTransactions = 300;

/** Puts together what the worker counts out. An update costs what it brings, not what is there. */
export class PageGlance {
  view: GlanceView = noGlance;
  private transactions = new Map<number, TransactionRow>();
  private settings = new Map<string, Setting>();
  private series = new Map<string, Series>();

  apply(change: GlanceChanges): void {
    if (change.reset) this.clear();
    const news: Partial<GlanceView> = {
      ...(change.transactions.length > 0 ? { transactions: this.changeTransactions(change.transactions) } : {}),
      ...(change.settings.length > 0 ? { settings: this.changeSettings(change.settings) } : {}),
      ...(change.points.length > 0 ? this.addPoints(change.points) : {}),
      ...(change.read === undefined ? {} : { read: change.read }),
      ...(change.absences === undefined ? {} : { absences: change.absences }),
    };
    this.view = { ...this.view, ...news };
  }

  private clear(): void {
    this.view = noGlance;
    this.transactions = new Map();
    this.settings = new Map();
    this.series = new Map();
  }

  private changeTransactions(changed: TransactionRow[]): TransactionRow[] {
    for (const row of changed) this.transactions.set(row.key, row);
    const newest = [...this.transactions.values()].sort((one, other) => other.key - one.key);
    for (const { key } of newest.splice(mostTransactions)) this.transactions.delete(key);
    return newest;
  }

  private changeSettings(changed: Setting[]): Setting[] {
    const before = this.settings.size;
    for (const setting of changed) this.settings.set(setting.id, setting);
    // Kept in order, so that a part of a long report costs little.
    if (this.settings.size > before)
      this.settings = new Map([...this.settings].sort(([, one], [, other]) => byName(one, other)));
    return [...this.settings.values()];
  }

  private addPoints(news: GlanceChanges["points"]): Pick<GlanceView, "series" | "points"> {
    const before = this.series.size;
    let { points } = this.view;
    for (const { series: name, at, value } of news) {
      const series = this.series.get(name.key) ?? new Series(name);
      this.series.set(name.key, series);
      for (const [index, time] of at.entries()) series.add(time, value[index] ?? 0);
      points += at.length;
    }
    return { points, series: this.series.size === before ? this.view.series : [...this.series.values()] };
  }
}

const order = new Intl.Collator("en", { numeric: true });

function byName(one: Setting, other: Setting): number {
  return order.compare(one.component ?? "", other.component ?? "") || order.compare(one.name, other.name);
}
