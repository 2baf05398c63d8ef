import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconShare2 } from "@tabler/icons-react";
import { partsWords } from "../../../words/parts";
import { useCopied } from "../../../parts/CopyButton";
import { sessionWords } from "../../../words/session";

/** Copies the address of this very view, filters and open frame included. */
export function ShareButton({ bare }: { bare: boolean }) {
  const { outcome, copy } = useCopied(() => location.href);
  const Icon = outcome === partsWords.copied ? IconCheck : IconShare2;
  const says = sessionWords.strip.shareHint;
  if (bare) {
    return (
      <Tooltip label={outcome ?? says}>
        <ActionIcon variant="default" aria-label={sessionWords.strip.share} onClick={copy}>
          <Icon size={16} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={says}>
      <Button variant="default" leftSection={<Icon size={16} />} onClick={copy}>
        {outcome === partsWords.copied ? sessionWords.strip.shared : (outcome ?? sessionWords.strip.share)}
      </Button>
    </Tooltip>
  );
}
