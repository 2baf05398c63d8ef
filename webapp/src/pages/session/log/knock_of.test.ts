import { expect, test } from "vitest";
import type { Knock } from "../../../live/contract";
import { sampleLobby } from "../../../test/sample_lobby";
import { knockOf } from "./knock_of";

test("the newest knock on a charger's own address is found, encoded or not", () => {
  const { knocks } = sampleLobby(1_000_000_000);
  const again = { ...(knocks[1] as Knock), id: "later", at: 2_000_000_000, path: "/ocpp/LAB%2D2X/" };
  expect(knockOf([...knocks, again], "LAB-2X")?.id).toBe("later");
  expect(knockOf(knocks, "CP9")).toBeNull();
});
