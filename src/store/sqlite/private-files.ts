import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, relative, resolve } from "node:path";

/**
 * What people wrote is for the account that runs the program alone: the folder 0700, its files 0600. SQLite gives its side files the
 * mode of the database, so the database must exist with the right one before SQLite opens it.
 */
export function createPrivateFile(path: string): void {
  const folder = dirname(path);

  makeFolder(folder);
  if (isOurs(folder)) {
    chmodSync(folder, 0o700);
  }
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
}

/** One by one: asked for all of them at once, Node tries for ever where the system says that a folder cannot be, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(resolve(folder)));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** A folder that others use as well (a shared temporary folder, a home, the one that the program runs in) is left as it is. */
function isOurs(folder: string): boolean {
  const { mode, uid } = statSync(folder);
  const sticky = (mode & 0o1000) !== 0;
  const holdsUs = !relative(folder, process.cwd()).startsWith("..");

  return uid === process.getuid?.() && !sticky && !holdsUs && resolve(folder) !== homedir();
}
