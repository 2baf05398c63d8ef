import type { ReactNode } from "react";
import type { CannedReply } from "../../../../responder/rule";
import { DelayAndFault } from "./DelayAndFault";
import css from "./Editor.module.css";
import { ReplyFields } from "./ReplyFields";

interface Props {
  reply: CannedReply;
  action: string | undefined;
  version: string;
  onChange: (reply: CannedReply, typing?: string) => void;
  /** At the right of the foot. */
  children?: ReactNode;
}

/** All of a reply: what is sent, and when and how broken. */
export function ReplyBody({ reply, action, version, onChange, children }: Props) {
  return (
    <>
      <div className={css.stepBody}>
        <ReplyFields reply={reply} action={action} version={version} onChange={onChange} />
      </div>
      <div className={css.stepFoot}>
        <DelayAndFault reply={reply} onChange={onChange} />
        {children}
      </div>
    </>
  );
}
