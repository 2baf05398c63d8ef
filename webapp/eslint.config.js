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

const words = String.raw`/\p{L}{2}/u`;
const wordsAndBlank = String.raw`/\p{L}{2}.* | .*\p{L}{2}/u`;
const said = "JSXAttribute[name.name=/^(aria-label|label|placeholder|title|hint|name|description)$/]";
const notSaid = ":not(JSXAttribute[name.name=/^(className|style|aria-keyshortcuts)$/] *)";
const message = "What people read stands in src/words (docs/decisions/0011).";

/** Text between tags, in the properties that are read out, and in the expressions of either. */
const wordsInPages = [
  `JSXText[value=${words}]`,
  `${said} > Literal[value=${words}]`,
  `${said} > JSXExpressionContainer TemplateElement[value.raw=${words}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${words}]`,
  `JSXExpressionContainer Literal[value=${wordsAndBlank}]${notSaid}`,
  `JSXExpressionContainer TemplateElement[value.raw=${wordsAndBlank}]${notSaid}`,
].map((selector) => ({ selector, message }));

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
  {
    files: ["src/pages/**/*.tsx", "src/parts/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: { "no-restricted-syntax": ["error", ...wordsInPages] },
  },
);
