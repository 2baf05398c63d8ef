import { defineConfig } from "vite";

/** Engine and responder as one script without sockets or clock, for `ocpp-relay answer`. */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "../relay/answer",
    emptyOutDir: false,
    lib: { entry: "src/headless/main.ts", formats: ["iife"], name: "ocppRelay", fileName: () => "engine.js" },
  },
});
