import type { Charger } from "../../../../live/contract";
import type { Plan, Profile, Rule } from "../../../../responder/rule";
import { withRule } from "../profile_edit";
import { Sentence } from "../Sentence";
import type { InUse } from "../useProfile";
import { AnswerPart } from "./AnswerPart";
import css from "./Editor.module.css";
import { EditorHead } from "./EditorHead";
import { WhenCard } from "./WhenCard";

interface Props {
  charger: Charger;
  inUse: InUse;
  profile: Profile;
  rule: Rule;
}

/** One rule: its sentence as heading, when it matches, what it answers. Every change is saved at once. */
export function RuleEditor({ charger, inUse, profile, rule }: Props) {
  const change = (next: Rule, typing?: string) => inUse.save(withRule(profile, next), typing);
  const version = versionOf(charger, rule);
  return (
    <>
      <EditorHead inUse={inUse} identity={charger.identity} profile={profile} rule={rule} change={change} />
      <div className={css.body}>
        <h3 className={css.heading}>
          <Sentence rule={rule} />
        </h3>
        <WhenCard charger={charger} rule={rule} version={version} change={change} />
        <AnswerPart
          charger={charger}
          rule={rule}
          version={version}
          change={(answer: Plan, typing) => change({ ...rule, answer }, typing)}
        />
      </div>
    </>
  );
}

/** The version whose forms and error codes the editor shows. */
function versionOf(charger: Charger, { when }: Rule): string {
  const own = charger.connection?.version ?? "ocpp1.6";
  if (when.version === undefined) return own;
  if (when.version === "ocpp2*") return own.startsWith("ocpp2") ? own : "ocpp2.0.1";
  return when.version === "ocpp2.0*" ? "ocpp2.0.1" : when.version;
}
