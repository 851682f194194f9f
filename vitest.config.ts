import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    setupFiles: ["test/support/setup.ts"],
    sequence: { shuffle: true, sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    maxWorkers: 2,
  },
});
