import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { sessionWords } from "../../../words/session";

export function BackToChargers() {
  return (
    <ActionIcon component="a" href="#/" size={44} ml={-12} mr={-16} aria-label={sessionWords.strip.back}>
      <IconChevronLeft size={20} />
    </ActionIcon>
  );
}
