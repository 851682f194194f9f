import { printCounts, printVerdicts, verdictsOf } from "./report.ts";
import { createScratch } from "./scratch.ts";
import { simulate } from "./year.ts";

/** `npm run simulate [-- SEED]`: a year of 200 people's reminders in a few minutes. Exit code 1 when a promise was broken. */
const seed = Number(process.argv[2] ?? 2028);
const begun = performance.now();
using folder = createScratch();
const result = await simulate({
  people: 200,
  from: Date.parse("2028-01-01T00:00:00Z"),
  until: Date.parse("2029-01-01T00:00:00Z"),
  seed,
  folder: folder.path,
  killWeeks: 17,
});
const print = (line: string) => console.log(line);
const { crashes, kills, restarts, edits, "bad answers": bad } = result.accidents;

print(`200 people in 12 zones, the year 2028, seed ${seed}, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
print(`  crashes ${crashes}, kills ${kills}, restarts ${restarts}, bad answers ${bad}, changed plans ${edits}`);
printCounts(result, print);
process.exitCode = printVerdicts(verdictsOf(result), print) ? 0 : 1;
