import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { partsWords } from "../words/parts";

const heldFor = 10_000;

/** Says what was done and offers to take it back, for ten seconds. */
export function undoable(words: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: heldFor,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            undo();
            notifications.hide(id);
          }}
        >
          {partsWords.undo}
        </Button>
      </Group>
    ),
  });
}
