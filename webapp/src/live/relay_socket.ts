import { closeCode } from "../engine/close_code";
import type { Outgoing } from "../engine/envelope";
import type { Clock } from "./clock";
import type { RelayState } from "./contract";

/** As much of a WebSocket as is used here. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export type Dial = (url: string) => Socket;

export interface Listener {
  opened(): void;
  said(text: string): void;
  /** An open socket ended. */
  lost(code: number): void;
  changed(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 10_000;
const patienceMs = 10_000;

/** One socket to the relay that comes back for ever, unless the relay's close code says that this is no use. */
export class RelaySocket {
  state: RelayState = { kind: "idle" };
  private socket: Socket | null = null;
  private attempts = 0;
  private lostAt: number | null = null;
  private stopTimer: () => void = () => {};

  constructor(
    private readonly url: string,
    private readonly dial: Dial,
    private readonly clock: Clock,
    private readonly chance: () => number,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.stopTimer();
    this.drop();
    const now = this.clock.now();
    this.become(
      this.lostAt === null ? { kind: "connecting", since: now } : { kind: "lost", since: this.lostAt, retryAt: now },
    );
    const socket = this.dialled();
    if (socket === null) {
      this.ended(1006, false);
      return;
    }
    this.socket = socket;
    let open = false;
    socket.onopen = () => {
      open = true;
      this.opened();
    };
    socket.onmessage = ({ data }) => {
      this.attempts = 0; // only a relay that speaks counts as reached
      if (typeof data === "string") this.listener.said(data);
    };
    socket.onclose = ({ code }) => this.ended(code, open);
    this.stopTimer = this.clock.after(patienceMs, () => this.giveUp());
  }

  /** Now, not when the wait is over. */
  retry(): void {
    if (this.state.kind === "open" || this.state.kind === "idle") return;
    this.attempts = 0;
    this.start();
  }

  stop(): void {
    this.stopTimer();
    this.drop();
    this.lostAt = null;
    this.become({ kind: "idle" });
  }

  send(envelopes: readonly Outgoing[]): void {
    if (this.state.kind !== "open") return;
    for (const envelope of envelopes) this.socket?.send(JSON.stringify(envelope));
  }

  /** A browser may refuse to dial at all: an address it cannot read, `ws://` from a page on `https://`. */
  private dialled(): Socket | null {
    try {
      return this.dial(this.url);
    } catch {
      return null;
    }
  }

  private opened(): void {
    this.stopTimer();
    this.lostAt = null;
    this.become({ kind: "open" });
    this.listener.opened();
  }

  private giveUp(): void {
    this.drop();
    this.ended(1006, false);
  }

  private ended(code: number, wasOpen: boolean): void {
    this.stopTimer();
    this.socket = null;
    const { words, comeBack } = closeCode(code);
    this.lostAt ??= this.clock.now();
    if (comeBack) this.wait();
    else this.become({ kind: "ended", code, words });
    if (wasOpen) this.listener.lost(code);
  }

  private wait(): void {
    const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** this.attempts);
    this.attempts += 1;
    const ms = longest * (0.5 + this.chance() / 2);
    this.become({ kind: "lost", since: this.lostAt ?? this.clock.now(), retryAt: this.clock.now() + ms });
    this.stopTimer = this.clock.after(ms, () => this.start());
  }

  private drop(): void {
    const { socket } = this;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private become(state: RelayState): void {
    this.state = state;
    this.listener.changed();
  }
}
