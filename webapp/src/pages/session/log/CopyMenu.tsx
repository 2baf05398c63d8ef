import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconCopy } from "@tabler/icons-react";
import type { FrameRow } from "../../../live/contract";
import { useCopied } from "../../../parts/CopyButton";
import { prettyJson } from "../../../parts/json_tokens";
import { payloadText } from "./detail_text";

/** Copies the opened frame, or a link to it. */
export function CopyMenu({ row }: { row: FrameRow }) {
  const json = useCopied(() => prettyJson(payloadText(row)));
  const frame = useCopied(() => row.text ?? row.base64 ?? "");
  const link = useCopied(() => location.href);
  const outcome = json.outcome ?? frame.outcome ?? link.outcome;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {outcome ?? "Copy"}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={json.copy}>as JSON</Menu.Item>
        <Menu.Item onClick={frame.copy}>as frame</Menu.Item>
        <Menu.Item onClick={link.copy}>as link</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
