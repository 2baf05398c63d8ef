import { Button, CloseButton, Textarea } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Charger } from "../../../live/contract";
import { DraftEditor } from "../../../parts/draft/DraftEditor";
import { ctrl } from "../../../parts/keys";
import { nearestVersion } from "../../../schema/version";
import { useLive } from "../../live";
import css from "./Commands.module.css";
import { asRawText, maySend, readyToSend, sendWords, type Writing } from "./draft";
import { seenFor } from "./seen";

interface Props {
  charger: Charger;
  writing: Writing;
  setWriting: (writing: Writing | null) => void;
}

/** A command that is being written, as a form or as JSON; wrong JSON does not leave as a call. */
export function CommandDraft({ charger, writing, setWriting }: Props) {
  const live = useLive();
  const field = useRef<HTMLTextAreaElement>(null);
  const { identity, holdBack } = charger;
  const raw = writing.kind === "raw";
  const ready = readyToSend(writing);
  const may = maySend(holdBack);
  // Each draft is a part of its own, the same action chosen again too.
  useEffect(() => field.current?.focus(), []);

  const send = (anyway: boolean) => {
    if (!may.send) return;
    const draft = ready.kind === "ready" ? ready.draft : { kind: "raw" as const, text: asRawText(writing, freshId()) };
    live.ask({ kind: "send", identity, draft, anyway });
  };
  const pressed = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") setWriting(null);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (ready.kind === "ready") send(false);
  };
  return (
    <div className={css.draft} role="group" aria-label={raw ? "Raw frame" : writing.action} onKeyDown={pressed}>
      <div className={css.draftHead}>
        <h3>{raw ? "Raw frame, as typed" : writing.action}</h3>
        <CloseButton size={24} aria-label="Put the draft away" onClick={() => setWriting(null)} />
      </div>
      {raw ? (
        <Textarea
          ref={field}
          aria-label="Text"
          autosize
          minRows={3}
          maxRows={14}
          spellCheck={false}
          classNames={{ input: css.json ?? "" }}
          value={writing.text}
          onChange={(event) => setWriting({ ...writing, text: event.currentTarget.value })}
        />
      ) : (
        <DraftEditor
          name="Payload"
          version={nearestVersion(charger.connection?.version ?? "ocpp1.6")}
          action={writing.action}
          kind="call"
          text={writing.text}
          onChange={(text) => setWriting({ ...writing, text })}
          minimal
          autoFocus
          suggestions={(path) => seenFor(charger, path)}
        />
      )}
      <div className={css.sendRow}>
        <Button
          leftSection={<IconSend size={15} />}
          rightSection={
            ready.kind === "ready" ? (
              <kbd className={css.combo} aria-hidden="true">
                {ctrl} ⏎
              </kbd>
            ) : null
          }
          disabled={!may.send}
          onClick={() => send(false)}
        >
          {ready.kind === "wrong" ? "Send as raw text" : "Send"}
        </Button>
        <span className={css.hint}>{sendWords(holdBack, identity, charger.relay.kind === "open")}</span>
        {may.anyway && ready.kind === "ready" && (
          <Button variant="subtle" size="compact-sm" onClick={() => send(true)}>
            Send anyway
          </Button>
        )}
      </div>
    </div>
  );
}

function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
