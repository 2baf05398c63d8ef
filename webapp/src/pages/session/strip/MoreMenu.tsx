import { ActionIcon, Menu, Popover } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import type { Charger } from "../../../live/contract";
import { announce } from "../../../parts/announce";
import { copyText } from "../../../parts/copy";
import { undoable } from "../../../parts/undoable";
import { readRoute, sessionHash } from "../../../parts/route";
import { goTo } from "../../../parts/useRoute";
import { filesWords } from "../../../words/files";
import { partsWords } from "../../../words/parts";
import { callExport } from "../../file/export_call";
import { useLive } from "../../live";
import { CloseForm } from "./CloseForm";
import { sessionWords } from "../../../words/session";

/** What is done rarely: end the connection, clear the log. */
export function MoreMenu({ charger, share }: { charger: Charger; share: boolean }) {
  const live = useLive();
  const [closing, setClosing] = useState(false);
  const { identity } = charger;
  const may = charger.role.mine === "answering" && charger.presence.kind === "online";
  const clear = () => {
    live.ask({ kind: "clear", identity });
    undoable(sessionWords.more.cleared(identity), () => live.ask({ kind: "undo-clear", identity }));
  };
  const exportLog = () => {
    const route = readRoute(location.hash);
    if (route.place === "session" && route.view !== "log") goTo(sessionHash(identity, "log", route.query));
    setTimeout(callExport); // the log may only come into sight with this step
  };
  return (
    <Popover opened={closing} onChange={setClosing} position="bottom-end" trapFocus withRoles={false}>
      <Popover.Target>
        <div>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant={share ? "subtle" : "default"} aria-label={sessionWords.more.name}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {share && <Menu.Item onClick={shareLink}>{sessionWords.more.copyLink}</Menu.Item>}
              <Menu.Item disabled={!may} onClick={() => setClosing(true)}>
                {sessionWords.more.close}
              </Menu.Item>
              <Menu.Item disabled={!may} onClick={() => live.ask({ kind: "drop", identity })}>
                {sessionWords.more.cut}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item disabled={charger.counts.frames === 0} onClick={clear}>
                {sessionWords.more.clear}
              </Menu.Item>
              <Menu.Item onClick={exportLog}>{filesWords.export}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        <CloseForm identity={identity} done={() => setClosing(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function shareLink() {
  void copyText(location.href).then((done) => announce(done ? partsWords.copied : partsWords.notCopied));
}
