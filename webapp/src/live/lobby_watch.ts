import { readLobbyEnvelope } from "../engine/envelope";
import { type LobbyEntry, LobbyTable } from "../engine/lobby";
import { RelayClock } from "../engine/relay_clock";
import type { Clock } from "./clock";
import type { AnsweredBy, Lobby, LobbyCharger, Page, RelayState } from "./contract";
import { type Dial, RelaySocket } from "./relay_socket";

/** What this tab knows of a charger beside what the lobby tells. */
export interface Acquaintance {
  vendor: string | null;
  model: string | null;
  held: number;
}

/** The lobby's socket, open while a page looks at it. */
export class LobbyWatch {
  private readonly socket: RelaySocket;
  private readonly table = new LobbyTable();
  private readonly relayClock = new RelayClock();
  private heard = false;

  constructor(
    private readonly page: Page,
    dial: Dial,
    private readonly clock: Clock,
    chance: () => number,
    private readonly changed: () => void,
  ) {
    this.socket = new RelaySocket(`${page.relay}/lobby`, dial, clock, chance, {
      opened: () => this.attach(),
      said: (text) => this.said(text),
      lost: () => {},
      changed,
    });
  }

  get relay(): RelayState {
    return this.socket.state;
  }

  /** The relay told what time it is. */
  relayTime(at: number): void {
    this.relayClock.heard(at, this.clock.now());
    this.changed();
  }

  watch(on: boolean): void {
    if (on && this.socket.state.kind === "idle") this.socket.start();
    if (!on) this.socket.stop();
  }

  retry(): void {
    this.socket.retry();
  }

  tick(): void {
    if (this.table.tick(this.now())) this.changed();
  }

  view(known: (identity: string) => Acquaintance): Lobby {
    return {
      heard: this.heard,
      clockOffset: this.relayClock.offset,
      chargers: this.table.chargers.map((entry) => this.charger(entry, known(entry.identity))),
      knocks: [...this.table.turnedAway],
    };
  }

  private attach(): void {
    // Who is there is told anew; what was there before may have left meanwhile.
    this.table.forget();
    this.heard = false;
    this.socket.send([{ type: "attach", client: this.page.client, name: this.page.name, role: "watch" }]);
    this.clock.after(500, () => {
      this.heard = true;
      this.changed();
    });
  }

  private said(text: string): void {
    const envelope = readLobbyEnvelope(text);
    if (envelope === undefined) return;
    if (envelope.type === "gone") this.relayClock.heard(envelope.at, this.clock.now());
    this.table.hear(envelope, this.now());
    this.heard = true;
    this.changed();
  }

  private now(): number {
    return this.relayClock.now(this.clock.now());
  }

  private charger(entry: LobbyEntry, { vendor, model, held }: Acquaintance): LobbyCharger {
    const { identity, epoch, since, version, flags, remote, last, framesPerMinute, left } = entry;
    const answeredBy = answererOf(entry, this.page.client);
    return {
      identity,
      epoch,
      since,
      version,
      flags,
      remote,
      lastAt: last,
      framesPerMinute,
      vendor,
      model,
      answeredBy,
      held,
      left,
    };
  }
}

function answererOf({ holder, name, role }: LobbyEntry, me: string): AnsweredBy {
  if (holder === null) return { kind: "nobody" };
  if (holder === me) return { kind: "this-tab" };
  return { kind: role === "standby" ? "headless" : "another-tab", name };
}
