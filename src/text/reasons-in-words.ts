/** `“Led the rollback” (leading an incident)`: what stands in the win is quoted. */
export function reasonsInWords(reasons: readonly string[], win: string): string {
  const text = win.toLowerCase();
  const isSaid = (reason: string) => text.includes(reason.toLowerCase());
  const said = reasons.filter(isSaid).map((reason) => `“${reason}”`);
  const named = reasons.filter((reason) => !isSaid(reason)).join(", ");

  if (said.length === 0 || named === "") {
    return said.join(", ") + named;
  }
  return `${said.join(", ")} (${named})`;
}
