const types = ["alert", "data_visualization", "markdown", "plan", "table", "task_card"] as const;

/** Read-only blocks with a layout of their own, which the bot seldom uses: they are left to the library. */
export function isDrawnByLibrary(type: unknown): type is (typeof types)[number] {
  return types.some((one) => one === type);
}
