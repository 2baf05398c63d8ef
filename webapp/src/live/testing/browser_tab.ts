import { KeptFiles } from "../../store/kept_files";
import { Store } from "../../store/store";
import type { Charger, Request, Row } from "../contract";
import { PageStore } from "../page_store";
import type { Socket } from "../relay_socket";
import { Tab } from "../tab";
import { type FakeClock, settle } from "./fake_clock";
import type { FakeRelay } from "./fake_relay";

/** A browser tab: its worker, and the store its pages read. */
export class BrowserTab {
  readonly pages = new PageStore();
  private tab: Tab | null = null;
  /** A page that was left hears nothing any more. */
  private here = true;
  private readonly sockets: Socket[] = [];

  constructor(
    private readonly client: string,
    private readonly clock: FakeClock,
    private readonly relay: FakeRelay,
    private readonly store: () => Promise<Store> = () => Store.open(),
  ) {}

  async open(...identities: string[]): Promise<this> {
    const page = { relay: "ws://relay.lan:9000", client: this.client, name: `Firefox on ${this.client}` };
    const dial = (url: string): Socket => {
      const socket = this.relay.dial(url);
      this.sockets.push(socket);
      return socket;
    };
    const post = (update: unknown): void => {
      if (this.here) this.pages.apply(structuredClone(update) as Parameters<PageStore["apply"]>[0]);
    };
    const starting = Tab.start(page, {
      clock: { now: () => this.clock.now(), after: (ms, then) => this.clock.after(ms, () => this.here && then()) },
      dial,
      chance: () => 1,
      store: this.store(),
      files: () => KeptFiles.open(),
      askAbout: () => Promise.resolve(null),
      post,
    });
    await this.clock.pass(1);
    this.tab = await starting;
    for (const identity of identities) this.ask({ kind: "open", identity });
    await this.clock.pass(1500);
    return this;
  }

  ask(request: Request): void {
    this.tab?.carryOut(request);
  }

  /** The page goes without a word, as on a refresh; what was written behind is in storage. */
  async leave(): Promise<void> {
    await this.clock.pass(1000);
    this.here = false;
    for (const socket of this.sockets) {
      socket.onmessage = null;
      socket.close();
    }
    await settle();
  }

  charger(): Charger {
    const charger = this.pages.charger("CP1");
    if (charger === undefined) throw new Error("CP1 is not open");
    return charger;
  }

  log(): string[] {
    const log = this.pages.log("CP1");
    return Array.from({ length: log.end - log.first }, (_, index) => words(log.at(log.first + index)));
  }
}

function words(row: Row | undefined): string {
  if (row === undefined) return "missing";
  const text = row.kind === "life" ? row.words : `${row.from} ${row.action ?? "?"}: ${row.summary}`;
  return text.replaceAll("\u202f", " ");
}
