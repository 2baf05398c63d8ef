import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconCopy } from "@tabler/icons-react";
import { AddressText } from "../../parts/AddressText";
import { type ChargerAddress, withoutIdentity, written } from "../../parts/address";
import { useCopied } from "../../parts/CopyButton";
import css from "./Start.module.css";
import { startWords } from "../../words/start";
import { partsWords } from "../../words/parts";

/** One address, growing with the name; an empty name ends it in a grey example that is not copied. */
export function AddressLine({ address, identity }: { address: ChargerAddress; identity: string }) {
  const whole = useCopied(() => (identity === "" ? withoutIdentity(address) : written(address, identity)));
  const bare = useCopied(() => withoutIdentity(address));
  const outcome = whole.outcome ?? bare.outcome;
  const { scheme } = address;
  return (
    <div className={css.address}>
      <AddressText address={address} identity={identity} example={startWords.connect.example} />
      <span className={css.note}>{address.note}</span>
      <Button.Group className={css.copy}>
        <Button
          variant="default"
          aria-label={startWords.connect.copyAddress(scheme)}
          leftSection={outcome === partsWords.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={whole.copy}
        >
          {outcome ?? startWords.connect.copy}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" w={28} aria-label={startWords.connect.moreWays(scheme)}>
              <IconChevronDown size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={bare.copy}>{startWords.connect.copyWithout}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </div>
  );
}
