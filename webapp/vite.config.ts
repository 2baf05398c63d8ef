import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { schemas } from "./scripts/schemas/plugin.ts";

const relay = "http://localhost:9000";

export default defineConfig({
  plugins: [react(), rulesSchema(), schemas()],
  // Relative addresses: the page also works behind a path of somebody's reverse proxy.
  base: "./",
  build: {
    outDir: "../relay/web",
    emptyOutDir: true,
    // The page's CSP allows no inline script, and images and fonts only as files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  worker: { format: "es" },
  server: {
    proxy: {
      "/about": relay,
      "/cs": { target: relay, ws: true },
      "/lobby": { target: relay, ws: true },
      "/ocpp": { target: relay, ws: true },
    },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"], benchmark: { include: ["src/**/*.bench.ts"] } },
});

/** Rules name their schema by this address, so that editors complete and check them. */
function rulesSchema(): Plugin {
  const fileName = "rules.schema.json";
  const source = (): string => readFileSync(new URL(`src/responder/${fileName}`, import.meta.url), "utf8");
  return {
    name: "rules-schema",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: source() });
    },
  };
}
