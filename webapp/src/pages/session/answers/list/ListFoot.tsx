import type { Charger } from "../../../../live/contract";
import type { InUse } from "../useProfile";
import css from "./List.module.css";
import { ProfileMenu } from "./ProfileMenu";
import { SeedField } from "./SeedField";
import { ShareButton } from "./ShareButton";

export function ListFoot({ charger, inUse }: { charger: Charger; inUse: InUse }) {
  return (
    <div className={css.foot}>
      <SeedField charger={charger} />
      <div className={css.footWays}>
        {inUse.current !== null && <ShareButton profile={inUse.current.profile} />}
        <ProfileMenu charger={charger} inUse={inUse} />
      </div>
    </div>
  );
}
