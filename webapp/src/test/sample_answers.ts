import type { HeldCall, NamedProfile } from "../live/contract";
import type { Answers } from "../live/contract";

const now = Date.now();

/** Invented rules, as a tester has them in the middle of a day. */
export const sampleProfiles: NamedProfile[] = [
  {
    id: "everyday",
    profile: {
      format: 1,
      name: "Everyday",
      rules: [
        {
          id: "tags",
          name: "Unknown tags",
          on: true,
          when: {
            action: "Authorize",
            conditions: [{ path: "$.idTag", test: "is not one of", value: ["04A1B2C3D4", "04FF", "04EE"] }],
          },
          answer: { mode: "always", reply: { kind: "result", payload: { idTagInfo: { status: "Invalid" } } } },
        },
        {
          id: "slow",
          name: "Slow meter answers",
          on: false,
          when: { action: "MeterValues", conditions: [] },
          answer: {
            mode: "always",
            reply: { kind: "result", payload: {}, delay: { kind: "range", fromMs: 2000, toMs: 8000 } },
          },
        },
      ],
      defaults: [],
      expect: [],
    },
  },
  {
    id: "boot",
    profile: {
      format: 1,
      name: "Boot twice",
      rules: [
        {
          id: "pending",
          name: "Pending twice",
          on: true,
          when: {
            action: "BootNotification",
            conditions: [{ path: "$.chargePointVendor", test: "is", value: "Voltaire" }],
          },
          answer: {
            mode: "sequence",
            then: "repeat last",
            steps: [
              {
                times: 2,
                reply: { kind: "result", payload: { status: "Pending", interval: 5, currentTime: "{{now}}" } },
              },
              {
                times: 1,
                reply: { kind: "result", payload: { status: "Accepted", interval: 60, currentTime: "{{now}}" } },
              },
            ],
          },
        },
        {
          id: "firmware",
          name: "Let me see firmware",
          on: true,
          when: { action: "FirmwareStatusNotification", conditions: [] },
          answer: { mode: "always", reply: { kind: "ask" } },
        },
      ],
      defaults: [],
      expect: [],
    },
  },
];

export const sampleAnswers: Answers = {
  profile: "boot",
  seed: "4f2a91",
  hits: { pending: 1, tags: 3 },
  defaultHits: 638,
  next: { pending: "step 1, second time" },
};

/** Calls that wait for a person, the first for 13 seconds. */
export function sampleHeld(): HeldCall[] {
  const held = (
    seq: number,
    waited: number,
    action: string,
    payload: HeldCall["payload"],
    reply: HeldCall["payload"],
  ) => ({
    epoch: "5b1e",
    seq,
    at: now - waited,
    action,
    uniqueId: `e0917c44-52aa-${seq}`,
    payload,
    version: "ocpp1.6",
    fallbackAt: now - waited + 25_000,
    suggestion: { reply: { kind: "result" as const, payload: reply }, by: "default" },
    askedBy: "Let me see tags",
    state: "waiting" as const,
  });
  return [
    held(900, 13_000, "Authorize", { idTag: "04FFEE0912" }, { idTagInfo: { status: "Accepted" } }),
    held(901, 4000, "DataTransfer", { vendorId: "com.voltaire", messageId: "getTariff" }, { status: "Accepted" }),
  ];
}
