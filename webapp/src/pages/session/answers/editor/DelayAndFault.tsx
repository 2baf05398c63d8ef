import { NumberInput, Select } from "@mantine/core";
import type { CannedReply, Delay } from "../../../../responder/rule";
import { faults } from "../../../../responder/rule";
import { withDelay, withFault } from "../reply_extras";
import css from "./Editor.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  reply: CannedReply;
  onChange: (reply: CannedReply, typing?: string) => void;
}

/** What has a frame of its own that can be broken. */
const breakable: ReadonlySet<CannedReply["kind"]> = new Set(["default", "result", "error"]);

const kinds = Object.entries(answersWords.delay.kinds).map(([value, label]) => ({ value, label }));

/** When it goes out, and what is broken on purpose about it; nothing where nothing is sent. */
export function DelayAndFault({ reply, onChange }: Props) {
  if (reply.kind === "ask" || reply.kind === "silence") return null;
  const setDelay = (delay: Delay | undefined, typing?: string) => onChange(withDelay(reply, delay), typing);
  return (
    <>
      <span className={css.foot}>
        <span>{answersWords.delay.name}</span>
        <Select
          className={css.small}
          role="combobox"
          aria-label={answersWords.delay.name}
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
      <span>{answersWords.fault.name}</span>
      <Select
        className={css.fault16}
        role="combobox"
        aria-label={answersWords.fault.name}
        allowDeselect={false}
        data={[
          { value: "none", label: answersWords.fault.none },
          ...faults.map((value) => ({ value, label: answersWords.faults[value] })),
        ]}
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
      <SecondsField
        name={answersWords.delay.fixed}
        ms={delay.ms}
        set={(ms) => setDelay({ kind: "fixed", ms }, "delay")}
      />
    );
  const { fromMs, toMs } = delay;
  return (
    <>
      <SecondsField
        name={answersWords.delay.from}
        ms={fromMs}
        set={(ms) => setDelay({ kind: "range", fromMs: ms, toMs: Math.max(ms, toMs) }, "delay")}
        bare
      />
      <span>{answersWords.delay.between}</span>
      <SecondsField
        name={answersWords.delay.to}
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
      {!bare && <span>{answersWords.delay.seconds}</span>}
    </>
  );
}

function startOf(kind: string | null, delay: Delay | undefined): Delay | undefined {
  const ms = delay === undefined ? 2000 : delay.kind === "fixed" ? delay.ms : delay.fromMs;
  if (kind === "fixed") return { kind, ms };
  return kind === "range" ? { kind, fromMs: ms, toMs: Math.max(8000, ms) } : undefined;
}
