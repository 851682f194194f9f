import { type Loaded, loadCatalogue } from "../catalogue/load.ts";

export interface FrameworksIo {
  err(text: string): void;
  readonly env: { readonly frameworksDir: string };
}

/**
 * The frameworks that a verb reads. Undefined, and said, where their folder is not there: that is a wrong configuration (2) and
 * no empty catalogue.
 */
export async function loadFrameworks({ env, err }: FrameworksIo): Promise<Loaded | undefined> {
  const loaded = await loadCatalogue(env.frameworksDir);
  const missing = loaded.problems.find(({ code }) => code === "folder-missing");
  if (missing === undefined) return loaded;
  err(`${missing.message} ${missing.hint}\n`);
  return undefined;
}
