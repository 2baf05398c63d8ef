import { expect, test } from "vitest";
import { browserName } from "./browser_name";
import { relayAddress } from "./start";

test("the page's own address is the relay's", () => {
  expect(relayAddress({ protocol: "http:", host: "relay.lan:9000", pathname: "/" })).toBe("ws://relay.lan:9000");
  expect(relayAddress({ protocol: "https:", host: "relay.lan", pathname: "/tools/ocpp/index.html" })).toBe(
    "wss://relay.lan/tools/ocpp",
  );
});

test("a tab is known by its browser and system", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  expect(browserName(firefox)).toBe("Firefox on Linux");
  expect(browserName(chrome)).toBe("Chrome on Windows");
  expect(browserName("curl")).toBe("A browser on an unknown system");
});
