import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconCopy } from "@tabler/icons-react";
import type { FrameRow } from "../../../live/contract";
import { fileIdentity } from "../../../live/files/file_identity";
import { replayCommand } from "../../../parts/address";
import { useCopied } from "../../../parts/CopyButton";
import { prettyJson } from "../../../parts/json_tokens";
import { sessionHash } from "../../../parts/route";
import { nearestVersion } from "../../../schema/version";
import { logWords } from "../../../words/log";
import { payloadText } from "./detail_text";
import { frameName } from "./frame_name";

interface Props {
  identity: string;
  version: string;
  row: FrameRow;
  other: FrameRow | undefined;
}

/** Copies the opened frame, a command that says it again, or a link to it. */
export function CopyMenu({ identity, version, row, other }: Props) {
  const said = [row, other].find((one) => one?.from === "cp")?.text ?? null;
  const json = useCopied(() => prettyJson(payloadText(row)));
  const frame = useCopied(() => row.text ?? row.base64 ?? "");
  const replay = useCopied(() => replayCommand(location, identity, nearestVersion(version), said ?? ""));
  const link = useCopied(() => linkTo(identity, row));
  const outcome = json.outcome ?? frame.outcome ?? replay.outcome ?? link.outcome;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconCopy size={15} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {outcome ?? logWords.copy}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={json.copy}>{logWords.copyJson}</Menu.Item>
        <Menu.Item onClick={frame.copy}>{logWords.copyFrame}</Menu.Item>
        {said !== null && identity !== fileIdentity && (
          <Menu.Item onClick={replay.copy}>{logWords.copyReplay}</Menu.Item>
        )}
        <Menu.Item onClick={link.copy}>{logWords.copyLink}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Without this reader's filter: the frame must be among its neighbours. */
function linkTo(identity: string, row: FrameRow): string {
  const hash = sessionHash(identity, "log", new URLSearchParams({ frame: frameName(row) }));
  return `${location.href.replace(/#.*$/s, "")}${hash}`;
}
