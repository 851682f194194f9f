import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";

/** A program that saves wins until it is killed. A line `gesture id` goes out after the promise of that gesture resolved. */
const [url = "", round = ""] = process.argv.slice(2);
const database = await openDatabase(url);
const log = createSqlEvidenceLog(database, { now: () => new Date() });

for (let index = 0; ; index += 1) {
  const key = `${round}-${index}`;
  const saved = await log.save(
    { team: "T1", user: "U1" },
    { text: `Win number ${key}`, happenedOn: "2026-03-04", origin: "command" },
    { key },
  );
  process.stdout.write(`${key} ${saved.win.id}\n`);
}
