import { expect, test } from "vitest";
import { defaultSentences } from "./default_sentences";

const read = (version: string) =>
  defaultSentences(version).map(({ action, arrives, answer }) => `When ${action} ${arrives}, answer ${answer}`);

test("the defaults of 1.6 read as sentences", () => {
  expect(read("ocpp1.6")).toEqual(
    expect.arrayContaining([
      "When BootNotification arrives, answer Accepted, every 60 s",
      "When Heartbeat arrives, answer the current time",
      "When StatusNotification arrives, answer {}",
      "When StartTransaction arrives, answer Accepted, with the next transaction id",
      "When StopTransaction arrives with idTag, answer Accepted",
    ]),
  );
});

test("2.1 has its own", () => {
  expect(read("ocpp2.1")).toContain("When TransactionEvent arrives with idToken, answer Accepted");
});
