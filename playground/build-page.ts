import { parentPort, workerData } from "node:worker_threads";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import type { BuiltFile } from "./serve-page.ts";

// The worker's whole work: bundle the page in memory and hand the files over.
const result = await build({
  root: String(workerData),
  configFile: false,
  envDir: false,
  logLevel: "warn",
  plugins: [react()],
  build: { write: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000, assetsInlineLimit: 0 },
});

const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
const files: BuiltFile[] = outputs
  .flatMap((bundle) => bundle.output)
  .map((file) => ({
    name: file.fileName,
    body: Buffer.from(file.type === "chunk" ? file.code : file.source),
  }));

parentPort?.postMessage(files);
