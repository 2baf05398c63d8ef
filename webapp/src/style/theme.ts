import {
  ActionIcon,
  Autocomplete,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Menu,
  NumberInput,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { variablesOf } from "./tokens";

const small = { defaultProps: { size: "xs" as const } };
const floating = {
  defaultProps: { radius: "lg" as const, transitionProps: { transition: "fade" as const, duration: 120 } },
};

export const theme = createTheme({
  primaryColor: "us",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  cursorType: "pointer",
  colors: {
    us: ["#F4F4FE", "#ECEDFC", "#D8DAF9", "#BCC0F5", "#A3A8FF", "#7F85EE", "#5A60E4", "#4A4FD6", "#4348C8", "#32369B"],
    cp: ["#EFF9F7", "#DFF3EF", "#BDE6DE", "#8FD6CA", "#4FCBB9", "#25A595", "#12897B", "#0A7468", "#085F55", "#064A43"],
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "15px", xl: "22px" },
  lineHeights: { xs: "14px", sm: "16px", md: "20px", lg: "23px", xl: "30px" },
  spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "4px", sm: "5px", md: "6px", lg: "8px", xl: "10px" },
  defaultRadius: "md",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: Button.extend(small),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 30, variant: "subtle", color: "gray" } }),
    TextInput: TextInput.extend(small),
    PasswordInput: PasswordInput.extend(small),
    NumberInput: NumberInput.extend(small),
    Textarea: Textarea.extend(small),
    Autocomplete: Autocomplete.extend(small),
    Select: Select.extend(small),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: "xs", withItemsBorders: false } }),
    Switch: Switch.extend(small),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Menu: Menu.extend(floating),
    Popover: Popover.extend(floating),
  },
});

/** Puts our tokens beside Mantine's variables, and points Mantine's own ones at them. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variablesOf("light"), ...mantine },
  dark: { ...variablesOf("dark"), ...mantine },
});

const mantine = {
  "--mantine-color-body": "var(--canvas)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-dimmed": "var(--text-3)",
  "--mantine-color-placeholder": "var(--text-3)",
  "--mantine-color-anchor": "var(--us)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--text-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--us-fill)",
  "--mantine-color-us-filled": "var(--us-fill)",
  "--mantine-color-us-light": "var(--us-soft)",
  "--mantine-color-us-light-color": "var(--us)",
  "--mantine-color-us-text": "var(--us)",
  "--mantine-color-gray-light-color": "var(--text-2)",
  "--mantine-color-gray-text": "var(--text-2)",
};
