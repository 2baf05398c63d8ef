import { expect, test } from "vitest";
import { relayWords } from "./relay_words";

const now = 1_000_000;

test("a connection is only worth a word after 400 ms", () => {
  expect(relayWords({ kind: "connecting", since: now - 300 }, false, now)).toBeNull();
  expect(relayWords({ kind: "connecting", since: now - 500 }, false, now)?.words).toBe("Connecting to the relay…");
});

test("a lost relay counts down and offers to try at once", () => {
  const lost = { kind: "lost", since: now - 3000, retryAt: now + 3400 } as const;
  expect(relayWords(lost, false, now)).toEqual({ tone: "warn", words: "Relay lost, again in 4 s", retry: true });
  expect(relayWords({ ...lost, since: now - 1000 }, false, now)).toBeNull();
});

test("an open socket is well, unless Redis is away", () => {
  expect(relayWords({ kind: "open" }, false, now)?.words).toBe("Relay connected");
  expect(relayWords({ kind: "open" }, true, now)?.words).toBe("Relay without Redis");
});
