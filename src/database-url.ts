/** What a `DATABASE_URL` names, or why it cannot be used: said with all else that is wrong with the configuration, before anything is opened. */
export function readDatabaseUrl(url: string): { readonly path: string } | { readonly reason: string } {
  if (/^postgres(?:ql)?:/.test(url)) {
    return { reason: "is Postgres, which is not built yet. Use sqlite:data/progression.db, or leave it out" };
  }
  const path = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(url)?.[1]?.trim();

  return path === undefined || path === ""
    ? { reason: "begins with sqlite: and the path of a file, like sqlite:data/progression.db" }
    : { path };
}
