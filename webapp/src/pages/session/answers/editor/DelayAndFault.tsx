import { NumberInput, Select } from "@mantine/core";
import type { CannedReply, Delay } from "../../../../responder/rule";
import { faults } from "../../../../responder/rule";
import { withDelay, withFault } from "../reply_extras";
import { faultNames } from "../words";
import css from "./Editor.module.css";

interface Props {
  reply: CannedReply;
  onChange: (reply: CannedReply, typing?: string) => void;
}

/** What has a frame of its own that can be broken. */
const breakable: ReadonlySet<CannedReply["kind"]> = new Set(["default", "result", "error"]);

const kinds = [
  { value: "none", label: "none" },
  { value: "fixed", label: "fixed" },
  { value: "range", label: "from–to" },
];

/** When it goes out, and what is broken on purpose about it; nothing where nothing is sent. */
export function DelayAndFault({ reply, onChange }: Props) {
  if (reply.kind === "ask" || reply.kind === "silence") return null;
  const setDelay = (delay: Delay | undefined, typing?: string) => onChange(withDelay(reply, delay), typing);
  return (
    <>
      <span className={css.foot}>
        <span>Delay</span>
        <Select
          className={css.small}
          role="combobox"
          aria-label="Delay"
          allowDeselect={false}
          data={kinds}
          value={reply.delay?.kind ?? "none"}
          onChange={(kind) => setDelay(startOf(kind, reply.delay))}
        />
        {reply.delay !== undefined && <Seconds delay={reply.delay} setDelay={setDelay} />}
      </span>
      {breakable.has(reply.kind) && <FaultField reply={reply} onChange={onChange} />}
    </>
  );
}

function FaultField({ reply, onChange }: Props) {
  return (
    <span className={css.foot}>
      <span>Fault</span>
      <Select
        className={css.fault16}
        role="combobox"
        aria-label="Fault"
        allowDeselect={false}
        data={[{ value: "none", label: "none" }, ...faults.map((value) => ({ value, label: faultNames[value] }))]}
        value={reply.fault ?? "none"}
        onChange={(chosen) =>
          onChange(
            withFault(
              reply,
              faults.find((fault) => fault === chosen),
            ),
          )
        }
      />
    </span>
  );
}

function Seconds({ delay, setDelay }: { delay: Delay; setDelay: (delay: Delay, typing?: string) => void }) {
  if (delay.kind === "fixed")
    return (
      <SecondsField name="Delay in seconds" ms={delay.ms} set={(ms) => setDelay({ kind: "fixed", ms }, "delay")} />
    );
  const { fromMs, toMs } = delay;
  return (
    <>
      <SecondsField
        name="Delay from, in seconds"
        ms={fromMs}
        set={(ms) => setDelay({ kind: "range", fromMs: ms, toMs: Math.max(ms, toMs) }, "delay")}
        bare
      />
      <span>to</span>
      <SecondsField
        name="Delay to, in seconds"
        ms={toMs}
        set={(ms) => setDelay({ kind: "range", fromMs: Math.min(fromMs, ms), toMs: ms }, "delay")}
      />
    </>
  );
}

function SecondsField({
  name,
  ms,
  set,
  bare = false,
}: {
  name: string;
  ms: number;
  set: (ms: number) => void;
  bare?: boolean;
}) {
  return (
    <>
      <NumberInput
        className={css.number}
        aria-label={name}
        min={0}
        max={3600}
        decimalScale={3}
        value={ms / 1000}
        onChange={(seconds) => typeof seconds === "number" && set(Math.round(seconds * 1000))}
      />
      {!bare && <span>s</span>}
    </>
  );
}

function startOf(kind: string | null, delay: Delay | undefined): Delay | undefined {
  const ms = delay === undefined ? 2000 : delay.kind === "fixed" ? delay.ms : delay.fromMs;
  if (kind === "fixed") return { kind, ms };
  return kind === "range" ? { kind, fromMs: ms, toMs: Math.max(8000, ms) } : undefined;
}
