import { Button } from "@mantine/core";
import { IconArrowBackUp, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { usualReply } from "../../../../responder/default_answers";
import type { CannedReply } from "../../../../responder/rule";
import { actionsOf, withDefault } from "../profile_edit";
import { firstProfile, type InUse } from "../useProfile";
import css from "./Editor.module.css";
import { KindSelect } from "./KindSelect";
import { ReplyBody } from "./ReplyBody";
import { replyWords } from "./reply_kind";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
}

/** What each call gets that no rule matches; every one of them can be another. */
export function DefaultsEditor({ charger, inUse }: Props) {
  const version = charger.connection?.version ?? "ocpp1.6";
  const profile = inUse.current?.profile ?? firstProfile;
  const [open, setOpen] = useState<string | null>(null);
  const ownOf = (action: string) =>
    profile.defaults.find((one) => one.version === version && one.action === action)?.reply;
  const set = (action: string, reply: CannedReply | null, typing?: string) =>
    inUse.save(withDefault(profile, version, action, reply), typing === undefined ? undefined : `${typing} ${action}`);
  return (
    <div className={css.body}>
      <h3 className={css.heading}>{answersWords.defaultAnswers}</h3>
      <p className={css.plain}>{answersWords.defaults.lead}</p>
      <ul className={css.steps}>
        {actionsOf(version).map((action) => {
          const own = ownOf(action);
          const reply = own ?? usualReply(version, { action, payload: {} });
          return (
            <li key={action} className={css.default} data-open={open === action}>
              <div className={css.stepHead}>
                <button
                  type="button"
                  className={css.defaultName}
                  aria-expanded={open === action}
                  onClick={() => setOpen(open === action ? null : action)}
                >
                  <b>{action}</b>
                  <Gist reply={reply} />
                  {own !== undefined && <span className={css.changed}>{answersWords.defaults.changed}</span>}
                  {open === action ? (
                    <IconChevronUp size={16} aria-hidden="true" />
                  ) : (
                    <IconChevronDown size={16} aria-hidden="true" />
                  )}
                </button>
                {own !== undefined && (
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<IconArrowBackUp size={15} />}
                    aria-label={answersWords.defaults.usualName(action)}
                    onClick={() => set(action, null)}
                  >
                    {answersWords.defaults.usual}
                  </Button>
                )}
              </div>
              {open === action && (
                <>
                  <div className={css.defaultKind}>
                    <KindSelect
                      name={answersWords.defaults.kind(action)}
                      reply={reply}
                      action={action}
                      version={version}
                      onChange={(next) => set(action, next)}
                    />
                  </div>
                  <ReplyBody
                    reply={reply}
                    action={action}
                    version={version}
                    onChange={(next, typing) => set(action, next, typing)}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Gist({ reply }: { reply: CannedReply }) {
  const { bold, rest } = replyWords(reply);
  return (
    <span className={css.defaultGist}>
      {bold}
      {bold !== "" && rest !== "" && " · "}
      {rest}
    </span>
  );
}
