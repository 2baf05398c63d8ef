import { Tooltip } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import type { Setting } from "../../../../live/contract";
import { usePreferences } from "../../../../parts/preferences";
import { glanceWords, settingWords } from "../../../../words/glance";
import { AttemptWords } from "./AttemptWords";
import type { Ask } from "./requests";
import css from "./Settings.module.css";
import { SettingEditor } from "./SettingEditor";

interface Props {
  setting: Setting;
  index: number;
  style: CSSProperties;
  identity: string;
  lame: string | null;
  send: (ask: Ask) => void;
  tabStop: boolean;
  editing: boolean;
  edit: (on: boolean) => void;
  onFocus: () => void;
}

/** One key: its value, what became of the last try to set it, and the lock. */
export function SettingRow({ setting, index, style, identity, lame, send, tabStop, editing, edit, onFocus }: Props) {
  const { zone } = usePreferences();
  const { name, value, readonly, source } = setting;
  const mayEdit = readonly !== true && lame === null;
  const from = source === null ? undefined : glanceWords.source(source.action, source.at, zone);
  const why = readonly === true ? settingWords.readonly : (lame ?? undefined);
  return (
    <div
      role="row"
      className={css.setting}
      style={style}
      data-index={index}
      data-editing={editing}
      aria-rowindex={index + 1}
      aria-description={from}
      tabIndex={tabStop && !editing ? 0 : -1}
      onFocus={onFocus}
      onClick={() => mayEdit && !editing && edit(true)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || editing || event.target !== event.currentTarget) return;
        event.preventDefault();
        if (mayEdit) edit(true);
      }}
    >
      <span role="rowheader" className="clip" title={name}>
        {name}
      </span>
      <span role="gridcell" className={css.valueCell}>
        {editing ? (
          <SettingEditor setting={setting} send={send} done={() => edit(false)} />
        ) : (
          <>
            <Tooltip
              label={[from, why].filter((part) => part !== undefined).join(" · ")}
              disabled={from === undefined && why === undefined}
            >
              <span className={`clip ${css.value}`}>{value ?? glanceWords.unknown}</span>
            </Tooltip>
            <AttemptWords setting={setting} identity={identity} />
          </>
        )}
      </span>
      <span role="gridcell" className={css.lock}>
        {readonly === true && <IconLock size={14} aria-label={settingWords.locked} />}
      </span>
    </div>
  );
}
