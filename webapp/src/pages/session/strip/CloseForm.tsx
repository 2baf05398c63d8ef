import { Button, NumberInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLive } from "../../live";
import { closeFault } from "./close_fault";
import { sessionWords } from "../../../words/session";

/** Ends the charger's connection with a goodbye of one's own. */
export function CloseForm({ identity, done }: { identity: string; done: () => void }) {
  const live = useLive();
  const [code, setCode] = useState<number | string>(1001);
  const [reason, setReason] = useState("");
  const fault = closeFault(Number(code), reason);
  const close = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (fault !== null) return;
    live.ask({ kind: "close", identity, code: Number(code), reason });
    done();
  };
  return (
    <form onSubmit={close}>
      <Stack gap="sm" w={260}>
        <NumberInput
          label={sessionWords.closing.code}
          value={code}
          onChange={setCode}
          allowDecimal={false}
          hideControls
          data-autofocus
        />
        <TextInput
          label={sessionWords.closing.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault}
        />
        <Button type="submit" disabled={fault !== null}>
          {sessionWords.closing.close}
        </Button>
      </Stack>
    </form>
  );
}
