import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for one run. In memory where there is such a place: a process is killed here, never the machine, and a year has many commits. */
export function createScratch(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "progression-simulated-"));

  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

const MEMORY = "/dev/shm";
