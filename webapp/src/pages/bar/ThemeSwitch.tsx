import {
  ActionIcon,
  type MantineColorScheme,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { shellWords } from "../../words/shell";

export const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: "auto", label: shellWords.bar.themes.auto },
  { value: "light", label: shellWords.bar.themes.light },
  { value: "dark", label: shellWords.bar.themes.dark },
];

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme("light");
  const Shown = icons[shown];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={shellWords.bar.theme}>
          <Shown size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, label }) => {
          const Icon = icons[value];
          const chosen = value === colorScheme;
          return (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={chosen}
              leftSection={<Icon size={16} />}
              rightSection={chosen ? <IconCheck size={14} /> : null}
              onClick={() => setColorScheme(value)}
            >
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
