import { describe, expect, test } from "vitest";
import type { Envelope } from "./envelope";
import { duration, Follower } from "./follower";

/** `opened e1`, `frame e1 3`, `closed e1 3 superseded`, `replayed e1 all|some|gone`, `absent`, `bus lost`; each a second later. */
class Relay {
  now = 0;
  readonly follower = new Follower(() => 500);

  tell(...lines: string[]): string[] {
    return lines.flatMap((line) => {
      this.now += 1000;
      const news = this.follower.receive(this.envelope(line.split(" ")), this.now);
      return [...news.before.map(words), ...(news.fresh ? [line] : []), ...news.after.map(words)];
    });
  }

  private envelope([type = "", epoch = "", third = "", by = "lost"]: string[]): Envelope {
    const at = this.now;
    const seq = Number(third);
    switch (type) {
      case "opened":
        return { type, epoch, at, version: "ocpp1.6", offered: [], flags: [], remote: "10.0.0.7", headers: {} };
      case "frame":
        return { type, epoch, seq, at, from: "cp", text: "" };
      case "closed":
        return { type, epoch, seq, at, code: 1001, reason: "", by };
      case "replayed":
        return {
          type,
          epoch,
          first: third === "gone" ? null : 1,
          last: third === "gone" ? null : 1,
          complete: third === "all",
        };
      case "bus":
        return { type, state: epoch === "lost" ? "lost" : "back" };
      default:
        return { type: "absent" };
    }
  }
}

function words({ words: text }: { words: string }): string {
  return text.replaceAll("\u202f", " ");
}

const connected = "The charger connected. From 10.0.0.7, ocpp1.6.";

test("what is told twice is shown once", () => {
  const relay = new Relay();
  expect(relay.tell("opened e1", "frame e1 1", "replayed e1 all", "frame e1 2")).toEqual([
    connected,
    "opened e1",
    "frame e1 1",
    "frame e1 2",
  ]);
  expect(relay.tell("opened e1", "frame e1 1", "frame e1 2", "frame e1 3", "replayed e1 all")).toEqual(["frame e1 3"]);
  expect(relay.follower.position).toEqual({ epoch: "e1", seq: 3 });
});

describe("numbers find out what is missing", () => {
  test("before the first frame that is still held", () => {
    expect(new Relay().tell("opened e1", "frame e1 41", "replayed e1 some").slice(2)).toEqual([
      "Frames 1 to 40 are gone. The relay keeps the last 500.",
      "frame e1 41",
    ]);
  });

  test("within a connection, and at its end", () => {
    const relay = new Relay();
    relay.tell("opened e1", "frame e1 1", "replayed e1 all");
    expect(relay.tell("frame e1 3")).toEqual(["Frame 2 is gone. The relay keeps the last 500.", "frame e1 3"]);
    expect(relay.tell("closed e1 5")).toEqual([
      "Frames 4 to 5 are gone. The relay keeps the last 500.",
      "The connection broke without a goodbye.",
      "closed e1 5",
    ]);
  });

  test("when the connection that was followed is no longer held", () => {
    const relay = new Relay();
    relay.follower.restore({ epoch: "e1", seq: 7 }, null, false);
    expect(relay.tell("replayed e1 gone", "opened e2", "frame e2 1", "replayed e2 all")).toEqual([
      "What came after frame 7 of this connection is not known. The relay keeps an ended connection for a short while only.",
      connected,
      "opened e2",
      "frame e2 1",
    ]);
  });
});

test("the end of a connection is told once, also when a refresh comes between", () => {
  const relay = new Relay();
  relay.follower.restore({ epoch: "e1", seq: 3 }, null, true);
  expect(relay.tell("opened e1", "closed e1 3", "replayed e1 all", "absent")).toEqual([]);
});

test("a new connection that took over is told as that, and three in a minute are two chargers", () => {
  const relay = new Relay();
  relay.tell("opened e1", "replayed e1 all");
  expect(relay.tell("closed e1 0 superseded", "opened e2")).toEqual([
    "closed e1 0 superseded",
    "A new connection took this identity over (from 10.0.0.7).",
    "opened e2",
  ]);
  expect(relay.follower.contested(relay.now)).toBe(false);
  relay.tell("closed e2 0 superseded", "opened e3", "closed e3 0 superseded", "opened e4");
  expect(relay.follower.contested(relay.now)).toBe(true);
  expect(relay.follower.contested(relay.now + 60_000)).toBe(false);
});

describe("how an absence ended", () => {
  test("of this browser, with nothing missing", () => {
    const relay = new Relay();
    relay.tell("opened e1", "frame e1 1", "replayed e1 all");
    relay.follower.lost(relay.now, false);
    relay.now += 38_000;
    expect(relay.follower.catchingUp).toBe(true);
    expect(relay.tell("opened e1", "frame e1 2", "frame e1 3", "replayed e1 all").at(-1)).toBe(
      "This browser was away for 42 s. 2 frames were fetched; nothing is missing.",
    );
    expect(relay.follower.catchingUp).toBe(false);
  });

  test("with frames missing, across two connections", () => {
    const relay = new Relay();
    relay.tell("opened e1", "frame e1 1", "replayed e1 all");
    relay.follower.lost(relay.now, false);
    const told = relay.tell(
      "opened e1",
      "closed e1 1",
      "replayed e1 all",
      "opened e2",
      "frame e2 121",
      "replayed e2 some",
    );
    expect(told.at(-1)).toBe(
      "This browser was away for 6 s. At least 120 frames are gone: the relay keeps the last 500.",
    );
  });

  test("while the charger is away, too", () => {
    const relay = new Relay();
    relay.tell("absent");
    relay.follower.lost(relay.now, true);
    expect(relay.tell("absent")).toEqual(["This browser was too slow and started again. Nothing is missing."]);
  });

  test("of Redis", () => {
    const relay = new Relay();
    relay.tell("opened e1", "frame e1 1", "replayed e1 all", "bus lost");
    expect(relay.follower.busLostAt).toBe(4000);
    relay.tell("bus back");
    expect(relay.follower.busLostAt).toBeNull();
    expect(relay.tell("opened e1", "frame e1 2", "frame e1 3", "replayed e1 all").at(-1)).toBe(
      "The relay lost Redis for 5 s. Nothing is missing: frames 2 to 3 were fetched afterwards.",
    );
  });

  test("of Redis with nothing said meanwhile, or no charger there", () => {
    const relay = new Relay();
    relay.tell("absent", "bus lost");
    expect(relay.tell("bus back")).toEqual(["The relay lost Redis for 1 s. Nothing is missing."]);
  });
});

test("spans are told in the unit that fits", () => {
  const told = [0, 1400, 9960, 42_000, 185_000, 8_040_000, 529_200_000].map((ms) =>
    duration(ms).replaceAll("\u202f", " "),
  );
  expect(told).toEqual(["0 s", "1.4 s", "10 s", "42 s", "3 min", "2 h 14 min", "6 d 3 h"]);
});
