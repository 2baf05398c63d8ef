import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";

export function BackToChargers() {
  return (
    <ActionIcon component="a" href="#/" size={44} ml={-12} mr={-16} aria-label="Back to the chargers">
      <IconChevronLeft size={20} />
    </ActionIcon>
  );
}
