import type { Entry } from "../../store/kept";
import { Dice } from "../../responder/dice";

const texts = [
  '[2,"a","Heartbeat",{}]',
  '[ 2 , "b" , "Authorize" , {"idTag":"04A1B2C3D4"} ]',
  '[3,"a",{"currentTime":"2026-11-20T12:00:00Z"}]',
  '[4,"b","NotImplemented","",{}]',
  "",
  "{",
  'line\nbreak "quoted"\u2028\u0000',
  "half a pair \ud800, snow ☃, 🚗",
  '[2,1e400,"X",{"n":123456789012345678901234567890}]',
];

/** A log of everything that can stand in one, in an order that no charger would choose. */
export function inventedLog(seed: number, length = 60): Entry[] {
  const dice = new Dice(seed);
  const pick = <T>(list: readonly T[]): T => list[dice.whole(0, list.length - 1)] as T;
  const number = (): number => dice.whole(0, 2 ** 31);
  const word = (): string => pick([...texts, "CP1", "=1+1", "__proto__"]);
  const entry = (): Entry => {
    const [epoch, at, seq] = [word(), number(), number()];
    switch (pick(["opened", "frame", "frame", "frame", "binary", "closed", "role", "life"] as const)) {
      case "opened": {
        const headers = { [word()]: word(), host: "relay.lan" };
        return {
          type: "opened",
          epoch,
          at,
          version: pick(["ocpp1.6", "ocpp2.1"]),
          offered: [word()],
          flags: [],
          remote: word(),
          headers,
        };
      }
      case "frame": {
        const extra = pick([{}, { client: word(), ref: word(), by: word() }, { by: word() }]);
        return { type: "frame", epoch, seq, at, from: pick(["cp", "cs"]), text: word(), ...extra };
      }
      case "binary":
        return { type: "frame", epoch, seq, at, from: "cp", base64: "AAEC/w==" };
      case "closed":
        return { type: "closed", epoch, seq, at, code: 1006, reason: word(), by: pick(["lost", "charge-point"]) };
      case "role":
        return {
          type: "role",
          holder: pick([null, word()]),
          name: pick([null, word()]),
          role: null,
          epoch: pick([null, epoch]),
          seq,
          at,
        };
      case "life":
        return { type: "life", event: pick(["gap", "away", "role"]), tone: pick(["plain", "warn"]), at, words: word() };
    }
  };
  return Array.from({ length }, entry);
}
