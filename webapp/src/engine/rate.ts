/** How many frames came in the last minute and second, at a fixed cost. */
export class Rate {
  private readonly seconds = new Array<number>(60).fill(0);
  private newest = 0;

  add(at: number): void {
    const second = Math.floor(at / 1000);
    this.moveTo(second);
    if (second > this.newest - 60) this.seconds[second % 60] = (this.seconds[second % 60] ?? 0) + 1;
  }

  perMinute(now: number): number {
    this.moveTo(Math.floor(now / 1000));
    return this.seconds.reduce((sum, count) => sum + count, 0);
  }

  /** Of the last whole second. */
  perSecond(now: number): number {
    this.moveTo(Math.floor(now / 1000));
    return this.seconds[(this.newest + 59) % 60] ?? 0;
  }

  private moveTo(second: number): void {
    const from = Math.max(this.newest + 1, second - 59);
    for (let passed = from; passed <= second; passed += 1) this.seconds[passed % 60] = 0;
    this.newest = Math.max(this.newest, second);
  }
}
