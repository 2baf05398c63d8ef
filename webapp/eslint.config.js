import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const noClock = [
  "fetch",
  "WebSocket",
  "indexedDB",
  "setTimeout",
  "setInterval",
  "postMessage",
  "self",
  "window",
  "document",
];

export default defineConfig(
  { ignores: ["node_modules", "dist"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } } } },
  {
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["src/**/*.{ts,tsx}"], ...reactHooks.configs.flat.recommended },
  {
    // The core does no I/O: time and chance are arguments.
    files: ["src/engine/**/*.ts", "src/responder/**/*.ts", "src/trace/**/*.ts", "src/headless/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...noClock],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now" },
        { object: "Math", property: "random" },
      ],
    },
  },
);
