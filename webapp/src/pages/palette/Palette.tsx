import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { paletteWords as words } from "../../words/palette";
import { useLobby } from "../useLobby";
import { fitting, grouped } from "./items";
import css from "./Palette.module.css";
import { useItems } from "./useItems";

/** One field for everything: any command, charger, view or setting. */
export function Palette({ identity, close }: { identity: string | null; close: () => void }) {
  return (
    <Modal.Root opened onClose={close} padding={0} size={560} yOffset="12dvh">
      <Modal.Overlay />
      <Modal.Content className={css.content} aria-label={words.open}>
        <Modal.Body>
          <Search identity={identity} close={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ identity, close }: { identity: string | null; close: () => void }) {
  useLobby(identity !== null);
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({ opened: true });
  const found = fitting(useItems(identity), typed);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
  }, [typed, selectFirstOption]);
  const choose = (id: string) => {
    close();
    found.find((item) => item.id === id)?.run();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          variant="unstyled"
          size="md"
          role="combobox"
          aria-label={words.title}
          placeholder={words.placeholder}
          leftSection={<IconSearch size={17} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            // The combobox keeps Esc to itself, to close a list that here is always open.
            if (event.key === "Escape") close();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={css.options} aria-label={words.list}>
        {grouped(found).map(({ group, items }) => (
          <Combobox.Group key={group} label={words.groups[group]}>
            {items.map(({ id, name, hint }) => (
              <Combobox.Option key={id} value={id} className={css.option}>
                <span>{name}</span>
                {hint !== "" && <small>{hint}</small>}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {found.length === 0 && <Combobox.Empty>{words.nothing}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}
