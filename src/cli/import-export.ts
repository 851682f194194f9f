import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { takeIn } from "../export/take-in.ts";
import { openDatabase } from "../store/open-database.ts";
import { createSqlEvidenceLog } from "../store/sql-evidence-log.ts";
import { createSqlNudgeBook } from "../store/sql-nudge-book.ts";
import { createSqlOneToOnes } from "../store/sql-one-to-ones.ts";

interface ImportIo {
  out(text: string): void;
  err(text: string): void;
  readonly env: { readonly databaseUrl: string };
}

/** The way in for an export that is too long for Slack's form. Whoever runs this can read the file, which the form says. */
export async function importExport(args: readonly string[], io: ImportIo): Promise<number> {
  const { file, team, user } = readArgs(args);

  if (file === undefined || !/^T[A-Z0-9]{2,}$/.test(team) || !/^[UW][A-Z0-9]{2,}$/.test(user)) {
    io.err("Say which file and for whom: import my-progression.json --team T0123 --user U0123.\n");
    return 2;
  }
  let json: string;
  try {
    json = await readFile(file, "utf8");
  } catch {
    io.err(`${file} cannot be read.\n`);
    return 2;
  }
  const now = () => new Date();
  await using database = await openDatabase(io.env.databaseUrl, { now });
  const taken = await takeIn({ team, user }, json, {
    log: createSqlEvidenceLog(database, { now }),
    book: createSqlOneToOnes(database, { now }),
    plans: createSqlNudgeBook(database),
    now: Date.now,
  });

  if (taken.kind === "unreadable") {
    io.err(`${taken.reasons.join("\n")}\n`);
    return 1;
  }
  const { wins, oneToOnes } = taken;
  io.out(`Wins: ${wins.added} imported, ${wins.present} there already.\n`);
  io.out(`1:1s: ${oneToOnes.added} imported and paused, ${oneToOnes.present} there already.\n`);
  return 0;
}

function readArgs(args: readonly string[]): { file: string | undefined; team: string; user: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { team: { type: "string" }, user: { type: "string" } },
  });
  const text = (value: unknown) => (typeof value === "string" ? value : "");

  return { file: positionals[0], team: text(values["team"]), user: text(values["user"]) };
}
