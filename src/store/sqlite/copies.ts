import { chmodSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database as SQLiteFile } from "better-sqlite3";
import type { KeptCopy } from "../open-database.ts";

/**
 * Before the schema changes, the whole database is copied next to itself. A copy holds what people wrote and may have deleted since, so it
 * carries its day in its name, expires, and is named to whoever erases their data.
 */
const KEPT_DAYS = 30;
const DAY = 86_400_000;
const NAME = /\.before-(\d{4})-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z$/;

export async function copyBeforeMigration(file: SQLiteFile, path: string, next: number, now: Date): Promise<void> {
  const time = now.toISOString().slice(0, 19).replaceAll(":", "-");
  const copy = `${path}.before-${String(next).padStart(4, "0")}-${time}Z`;

  await file.backup(copy);
  chmodSync(copy, 0o600);
}

export function keptCopies(path: string): KeptCopy[] {
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.before-`))
    .flatMap((name) => {
      const made = NAME.exec(name)?.[2];
      const time = made === undefined ? Number.NaN : Date.parse(`${made.replace(/-(\d\d)-(\d\d)$/, ":$1:$2")}Z`);

      return Number.isNaN(time)
        ? []
        : [{ file: join(dirname(path), name), madeAt: new Date(time), expiresAt: new Date(time + KEPT_DAYS * DAY) }];
    })
    .sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
}

export function dropExpiredCopies(path: string, now: Date): void {
  for (const copy of keptCopies(path).filter(({ expiresAt }) => expiresAt <= now)) {
    rmSync(copy.file, { force: true });
  }
}
