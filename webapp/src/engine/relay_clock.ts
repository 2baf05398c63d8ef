const samples = 20;

/** The relay's clock as seen from here: the least delayed of the last live frames tells the difference best. */
export class RelayClock {
  private offsets: number[] = [];

  get offset(): number | null {
    return this.offsets.length === 0 ? null : Math.max(...this.offsets);
  }

  /** `at` was stamped by the relay just now. */
  heard(at: number, browserNow: number): void {
    this.offsets.push(at - browserNow);
    if (this.offsets.length > samples) this.offsets.shift();
  }

  now(browserNow: number): number {
    return browserNow + (this.offset ?? 0);
  }
}
