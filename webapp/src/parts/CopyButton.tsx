import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { announce } from "./announce";
import { copyText } from "./copy";
import { partsWords } from "../words/parts";

interface Props {
  text: string;
  /** The accessible name, "Copy ws address". */
  name: string;
  /** The word on it, where it is not "Copy". */
  label?: string;
  /** Only the icon, beside a short text. */
  bare?: boolean;
}

const shownFor = 2000;

/** "Copy", which says "Copied" for two seconds. */
export function CopyButton({ text, name, label = partsWords.copy, bare = false }: Props) {
  const { outcome, copy } = useCopied(text);
  const words = outcome ?? label;
  const icon = outcome === partsWords.copied ? <IconCheck size={14} /> : <IconCopy size={14} />;
  if (bare) {
    return (
      <Tooltip label={outcome ?? name}>
        <ActionIcon aria-label={name} size={26} onClick={copy}>
          {icon}
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Button variant="default" aria-label={name} leftSection={icon} onClick={copy} miw={70}>
      {words}
    </Button>
  );
}

/** Copies, and remembers for two seconds how it went. */
export function useCopied(text: string | (() => string)) {
  const [outcome, setOutcome] = useState<string | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), shownFor);
    return () => clearTimeout(timer);
  }, [outcome]);
  const told = (done: boolean) => {
    const words = done ? partsWords.copied : partsWords.notCopied;
    setOutcome(words);
    announce(words);
  };
  const copy = () => void copyText(typeof text === "string" ? text : text()).then(told);
  return { outcome, copy };
}
