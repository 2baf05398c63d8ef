import { Button } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useState } from "react";
import { count } from "../../../parts/format";
import css from "./LogRegion.module.css";
import { logWords } from "../../../words/log";

/** Over the list while it does not follow: how many came since. */
export function NewFrames({ total, follow }: { total: number; follow: () => void }) {
  const [seen] = useState(total);
  const fresh = total - seen;
  if (fresh <= 0) return null;
  return (
    <Button className={css.fresh} radius="xl" rightSection={<IconArrowDown size={14} />} onClick={follow}>
      {logWords.fresh(count(fresh), fresh === 1)}
    </Button>
  );
}
