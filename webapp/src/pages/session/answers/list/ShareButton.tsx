import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconShare2 } from "@tabler/icons-react";
import { useMemo } from "react";
import { useCopied } from "../../../../parts/CopyButton";
import type { Profile } from "../../../../responder/rule";
import { takeLink } from "./share_link";
import { answersWords } from "../../../../words/answers";
import { partsWords } from "../../../../words/parts";

/** Copies a link that carries the rules in its fragment, which no server ever sees. */
export function ShareButton({ profile }: { profile: Profile }) {
  const made = useMemo(() => takeLink(profile, location), [profile]);
  const { outcome, copy } = useCopied(made.ok ? made.link : "");
  const share = () => (made.ok ? copy() : notifications.show({ message: made.words }));
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={outcome === partsWords.copied ? <IconCheck size={15} /> : <IconShare2 size={15} />}
      aria-label={answersWords.profile.shareName}
      onClick={share}
    >
      {outcome ?? answersWords.profile.share}
    </Button>
  );
}
