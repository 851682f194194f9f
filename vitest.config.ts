import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

// The zone of all threads; it has to be set before the first of them begins.
process.env["TZ"] = "UTC";

export default defineConfig({
  test: {
    // A process for each file costs a fifth more than a thread.
    pool: "threads",
    setupFiles: ["test/support/setup.ts"],
    sequence: { shuffle: true, sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    maxWorkers: 2,
  },
});
