import type { Keeper } from "../store/keeper";
import type { Mark, MarksChange } from "./contract";

/** Pins and notes on the frames of one charger, kept beside its log. */
export class ChargerMarks {
  private marks: readonly Mark[] = [];
  /** Of cleared frames, while "Undo" may bring them back. */
  private cleared: readonly Mark[] = [];
  private told = true;

  constructor(
    private readonly identity: string,
    private readonly keeper: Keeper,
    private readonly changed: () => void,
  ) {}

  get all(): Mark[] {
    return [...this.marks];
  }

  async read(): Promise<void> {
    const kept = await this.keeper.marks(this.identity);
    if (kept.length > 0) this.become([...kept, ...this.marks]);
  }

  /** One without pin and note is none. */
  put(mark: Mark): void {
    const others = this.marks.filter((one) => !isSame(one, mark));
    const stays = mark.pinned || mark.note !== "";
    this.become(stays ? [...others, mark] : others);
    void (stays ? this.keeper.rememberMark(this.identity, mark) : this.keeper.forgetMarks(this.identity, [mark]));
  }

  clear(): void {
    this.cleared = this.marks;
    this.become([]);
  }

  unclear(): void {
    this.become([...this.cleared, ...this.marks]);
    this.cleared = [];
  }

  forgetCleared(): void {
    void this.keeper.forgetMarks(this.identity, this.cleared);
    this.cleared = [];
  }

  /** Their frames are no longer kept. */
  forgetBefore(at: number | null): void {
    const gone = this.marks.filter((mark) => at === null || mark.at < at);
    if (gone.length === 0) return;
    this.become(this.marks.filter((mark) => !gone.includes(mark)));
    void this.keeper.forgetMarks(this.identity, gone);
  }

  /** What the pages do not know yet. */
  take(): MarksChange | null {
    if (this.told) return null;
    this.told = true;
    return { identity: this.identity, marks: [...this.marks] };
  }

  private become(marks: readonly Mark[]): void {
    this.marks = marks;
    this.told = false;
    this.changed();
  }
}

function isSame(one: Mark, other: Mark): boolean {
  return one.epoch === other.epoch && one.seq === other.seq;
}
