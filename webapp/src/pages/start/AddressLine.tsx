import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown, IconCopy } from "@tabler/icons-react";
import { AddressText } from "../../parts/AddressText";
import { type ChargerAddress, withoutIdentity, written } from "../../parts/address";
import { useCopied } from "../../parts/CopyButton";
import css from "./Start.module.css";

const example = "CP1";

/** One address, growing with the name; an empty name ends it in a grey example that is not copied. */
export function AddressLine({ address, identity }: { address: ChargerAddress; identity: string }) {
  const whole = useCopied(() => (identity === "" ? withoutIdentity(address) : written(address, identity)));
  const bare = useCopied(() => withoutIdentity(address));
  const outcome = whole.outcome ?? bare.outcome;
  const { scheme } = address;
  return (
    <div className={css.address}>
      <AddressText address={address} identity={identity} example={example} />
      <span className={css.note}>{address.note}</span>
      <Button.Group className={css.copy}>
        <Button
          variant="default"
          aria-label={`Copy ${scheme} address`}
          leftSection={outcome === "Copied" ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={whole.copy}
        >
          {outcome ?? "Copy"}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" w={28} aria-label={`More ways to copy the ${scheme} address`}>
              <IconChevronDown size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={bare.copy}>Copy without identity</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </div>
  );
}
