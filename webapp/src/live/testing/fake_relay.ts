import type { Clock } from "../clock";
import type { Socket } from "../relay_socket";

type Json = Record<string, unknown>;

/** One charge point's session at a relay, as `docs/wire.md` tells it: log, replay, role. Enough to talk to real tabs. */
export class FakeRelay {
  readonly dialled: string[] = [];
  reachable = true;
  keepFrames = 500;
  /** What central systems said to end the connection. */
  readonly ended: Json[] = [];
  private readonly clients: Client[] = [];
  private log: Json[] = [];
  private opened: Json | null = null;
  private holder: Client | null = null;
  private epochs = 0;
  private readonly deeds: (() => void)[] = [];

  constructor(private readonly clock: Clock) {}

  readonly dial = (url: string): Socket => {
    this.dialled.push(url);
    const client = new Client(
      (text) => this.soon(() => this.said(client, JSON.parse(text) as Json)),
      () => this.gone(client),
    );
    this.clock.after(1, () => {
      if (!this.reachable) client.end(1006);
      else client.onopen?.();
    });
    return client;
  };

  /** One thing after the other, as on a network. */
  private soon(deed: () => void): void {
    this.deeds.push(deed);
    if (this.deeds.length > 1) return;
    for (let next = this.deeds[0]; next !== undefined; next = this.deeds[0]) {
      next();
      this.deeds.shift();
    }
  }

  // ---- the charge point

  connect(): void {
    this.epochs += 1;
    this.log = [];
    this.opened = {
      type: "opened",
      epoch: `e${this.epochs}`,
      at: this.clock.now(),
      version: "ocpp1.6",
      offered: ["ocpp1.6"],
      flags: [],
      remote: "10.0.0.7",
      headers: {},
    };
    this.all(this.opened);
    this.tellRole();
  }

  disconnect(): void {
    this.all({ type: "closed", ...this.where(), at: this.clock.now(), code: 1001, reason: "", by: "charge-point" });
    this.opened = null;
  }

  call(text: string): void {
    this.soon(() => this.frame({ from: "cp", text }));
  }

  /** What reached the charge point. */
  get answers(): unknown[] {
    return this.log.filter(({ from }) => from === "cs").map(({ text }) => text);
  }

  get answerer(): string | null {
    return this.holder?.id ?? null;
  }

  // ---- the network

  cut(code = 1006): void {
    for (const client of [...this.clients]) client.end(code);
    this.clients.length = 0;
    this.holder = null;
  }

  private said(client: Client, message: Json): void {
    switch (message["type"]) {
      case "attach":
        return this.attach(client, message);
      case "claim":
        if (message["unless_held"] !== true || this.holder === null) this.holder = client;
        return this.tellRole();
      case "release":
        this.holder = null;
        return this.tellRole();
      case "send":
        return this.send(client, message);
      case "close":
      case "drop":
        this.ended.push(message);
        return this.disconnect();
    }
  }

  private attach(client: Client, { client: id, name, epoch, seq }: Json): void {
    client.id = String(id);
    client.name = String(name);
    this.clients.push(client);
    if (this.opened === null) return client.tell({ type: "absent" });
    const known = epoch === this.opened["epoch"] ? Number(seq) : 0;
    if (epoch !== undefined && epoch !== this.opened["epoch"])
      client.tell({ type: "replayed", epoch, first: null, last: null, complete: false });
    const kept = this.log.slice(-this.keepFrames).filter((frame) => Number(frame["seq"]) > known);
    const first = kept[0]?.["seq"] ?? null;
    client.tell(this.opened, ...kept);
    client.tell({
      type: "replayed",
      epoch: this.opened["epoch"],
      first,
      last: kept.at(-1)?.["seq"] ?? null,
      complete: first === null || first === known + 1,
    });
    client.tell(this.role());
  }

  private send(client: Client, { ref, text, by }: Json): void {
    if (this.holder !== client) return client.tell({ type: "refused", ref, of: "send", reason: "watching" });
    this.frame({ from: "cs", text, client: client.id, ref, by });
  }

  private frame(frame: Json): void {
    const { epoch, seq } = this.where();
    const envelope = { type: "frame", epoch, seq: seq + 1, at: this.clock.now(), ...frame };
    this.log.push(envelope);
    this.all(envelope);
  }

  private where(): { epoch: unknown; seq: number } {
    return { epoch: this.opened?.["epoch"], seq: this.log.length };
  }

  private role(): Json {
    const { holder } = this;
    return {
      type: "role",
      holder: holder?.id ?? null,
      name: holder?.name ?? null,
      role: holder ? "answer" : null,
      ...this.where(),
      at: this.clock.now(),
    };
  }

  private tellRole(): void {
    if (this.opened !== null) this.all(this.role());
  }

  private gone(client: Client): void {
    this.clients.splice(this.clients.indexOf(client), 1);
    if (this.holder !== client) return;
    this.holder = null;
    this.tellRole();
  }

  private all(envelope: Json): void {
    for (const client of [...this.clients]) client.tell(envelope);
  }
}

class Client implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  id = "";
  name = "";

  constructor(
    readonly send: (text: string) => void,
    readonly close: () => void,
  ) {}

  tell(...envelopes: Json[]): void {
    for (const envelope of envelopes) this.onmessage?.({ data: JSON.stringify(envelope) });
  }

  end(code: number): void {
    this.onclose?.({ code });
  }
}
