interface Asked {
  action: string;
  at: number;
}

const most = 5000;

/**
 * Which call an answer belongs to: the latest unanswered one of the other side with the same unique id, as the Open OCPP
 * Trace format has it.
 */
export class CallActions {
  private readonly waiting = new Map<string, Asked[]>();

  call(from: "cp" | "cs", id: string, asked: Asked): void {
    const key = `${from} ${id}`;
    const before = this.waiting.get(key);
    if (before) before.push(asked);
    else this.waiting.set(key, [asked]);
    const [oldest] = this.waiting.keys();
    if (this.waiting.size > most && oldest !== undefined) this.waiting.delete(oldest);
  }

  answer(from: "cp" | "cs", id: string): Asked | undefined {
    const key = `${from === "cp" ? "cs" : "cp"} ${id}`;
    const calls = this.waiting.get(key);
    const call = calls?.pop();
    if (calls?.length === 0) this.waiting.delete(key);
    return call;
  }
}
