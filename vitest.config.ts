import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    setupFiles: ["test/support/setup.ts"],
    sequence: { shuffle: true },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    maxWorkers: 2,
  },
});
