import { ActionIcon, Menu } from "@mantine/core";
import {
  IconCopy,
  IconDots,
  IconDownload,
  IconPencil,
  IconPlus,
  IconRotate,
  IconTrash,
  IconUpload,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { undoable } from "../../../../parts/undoable";
import { useLive } from "../../../live";
import { emptyProfile } from "../profile_edit";
import type { InUse } from "../useProfile";
import { importFile, saveFile } from "./profile_file";
import { ReadyMadeItems } from "./ReadyMadeItems";
import { wrongWords } from "./wrong_words";
import { RenameForm } from "./RenameForm";
import { notifications } from "@mantine/notifications";
import { answersWords } from "../../../../words/answers";

/** What can be done with a whole profile. */
export function ProfileMenu({ charger, inUse }: { charger: Charger; inUse: InUse }) {
  const live = useLive();
  const [renaming, setRenaming] = useState(false);
  const { current, take, choose } = inUse;
  const bring = async () => {
    const read = await importFile();
    if (read === null) return;
    if (read.ok) take(read.profile);
    else notifications.show({ message: wrongWords(read.wrong), color: "red" });
  };
  const remove = () => {
    if (current === null) return;
    const { id, profile } = current;
    choose(null);
    live.ask({ kind: "delete-profile", id });
    undoable(answersWords.profile.removed(profile.name), () => {
      live.ask({ kind: "save-profile", id, profile });
      choose(id);
    });
  };
  return (
    <>
      <Menu position="top-end" width={320}>
        <Menu.Target>
          <ActionIcon aria-label={answersWords.profile.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={520} style={{ overflowY: "auto" }}>
          <Menu.Item
            leftSection={<IconPlus size={15} />}
            onClick={() => take(emptyProfile(answersWords.profile.fresh))}
          >
            {answersWords.profile.create}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={15} />} onClick={() => void bring()}>
            {answersWords.profile.import}
          </Menu.Item>
          {current !== null && (
            <>
              <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => saveFile(current.profile)}>
                {answersWords.profile.export}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRenaming(true)}>
                {answersWords.profile.askName}
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => take(current.profile)}>
                {answersWords.profile.duplicate}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconRotate size={15} />}
                onClick={() => live.ask({ kind: "start-over", identity: charger.identity, rule: null })}
              >
                {answersWords.profile.startOver}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={remove}>
                {answersWords.profile.remove}
              </Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Label>{answersWords.profile.readyMade}</Menu.Label>
          <ReadyMadeItems inUse={inUse} />
        </Menu.Dropdown>
      </Menu>
      {current !== null && (
        <RenameForm
          key={`${current.id} ${String(renaming)}`}
          opened={renaming}
          name={current.profile.name}
          rename={(name) => inUse.save({ ...current.profile, name })}
          close={() => setRenaming(false)}
        />
      )}
    </>
  );
}
