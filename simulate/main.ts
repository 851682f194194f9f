import { fanOut, fanOutVerdicts } from "./fan-out.ts";
import { printCounts, printVerdicts, verdictsOf } from "./report.ts";
import { createScratch } from "./scratch.ts";
import { simulate } from "./year.ts";

/** `npm run simulate [-- SEED]`: a year of 200 people's reminders in a few minutes. Exit code 1 when a promise was broken. */
const PEOPLE_AT_NINE = 1000;
const seed = Number(process.argv[2] ?? 2028);
const print = (line: string) => console.log(line);
const begun = performance.now();
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;

using folder = createScratch();
const year = await simulate({
  people: 200,
  from: Date.parse("2028-01-01T00:00:00Z"),
  until: Date.parse("2029-01-01T00:00:00Z"),
  seed,
  folder: folder.path,
  killWeeks: 17,
});
const { crashes, kills, restarts, edits, "bad answers": bad } = year.accidents;
print(`200 people in 12 zones, the year 2028, seed ${seed}, ${seconds()}`);
print(`  crashes ${crashes}, kills ${kills}, restarts ${restarts}, bad answers ${bad}, changed plans ${edits}`);
printCounts(year, print);

using nine = createScratch();
const atNine = await fanOut({ people: PEOPLE_AT_NINE, kills: 50, seed, folder: nine.path });
print(`${PEOPLE_AT_NINE} people at nine on one Monday, two processes at one database, ${seconds()}`);
print(`  kills at any moment ${atNine.kills}, lost replies ${atNine.lostReplies}`);
process.exitCode = printVerdicts([...verdictsOf(year), ...fanOutVerdicts(PEOPLE_AT_NINE, atNine)], print) ? 0 : 1;
