import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconShare2 } from "@tabler/icons-react";
import { useCopied } from "../../../parts/CopyButton";

/** Copies the address of this very view, filters and open frame included. */
export function ShareButton({ bare }: { bare: boolean }) {
  const { outcome, copy } = useCopied(() => location.href);
  const Icon = outcome === "Copied" ? IconCheck : IconShare2;
  const says = "Copy a link to this view";
  if (bare) {
    return (
      <Tooltip label={outcome ?? says}>
        <ActionIcon variant="default" aria-label="Share" onClick={copy}>
          <Icon size={16} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={says}>
      <Button variant="default" leftSection={<Icon size={16} />} onClick={copy}>
        {outcome === "Copied" ? "Link copied" : (outcome ?? "Share")}
      </Button>
    </Tooltip>
  );
}
