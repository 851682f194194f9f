import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { personOf } from "../place/person.ts";
import { MAYA } from "../support/workspace.ts";
import { openBench } from "../wins/bench.ts";

/** The whole bot, whose table of wins is taken away under it: what reads wins from then on fails as no code expects. */
async function benchThatBreaks() {
  const folder = mkdtempSync(join(tmpdir(), "progression-apologies-"));
  const path = join(folder, "wins.db");

  onTestFinished(() => rmSync(folder, { recursive: true }));
  return {
    bench: await openBench({ databaseUrl: `sqlite:${path}` }),
    breakIt() {
      const other = new SQLite(path);

      other.exec("alter table win rename to win_gone");
      other.close();
    },
  };
}

const apology = /^Something went wrong on our side.*id: ([0-9a-f]{8})/;
const idIn = (text: string) => apology.exec(text)?.[1] ?? "no apology";

test("a press on a card that fails is apologised for beside it, with an id that is in the log, and the bot goes on", async () => {
  const { bench, breakIt } = await benchThatBreaks();
  await using _open = bench;
  const maya = personOf(bench, MAYA);
  await maya.type("/progression me");
  breakIt();

  await maya.press("My wins");

  await expect.poll(() => maya.text()).toMatch(apology);
  expect(bench.workspace.logged()).toContain(`"errorId":"${idIn(maya.text())}"`);
  expect(await maya.type("/progression backend mastery 3")).toContain("Debugs production issues");
});

test("a press on Home that fails is apologised for in a modal", async () => {
  const { bench, breakIt } = await benchThatBreaks();
  await using _open = bench;
  const maya = personOf(bench, MAYA);
  await maya.openHome();
  breakIt();

  await maya.pressHome("My wins");

  const said = JSON.stringify(bench.modal(MAYA).blocks);
  expect(said).toContain("Something went wrong on our side");
  expect(bench.workspace.logged()).toContain(`"errorId":"${/id: ([0-9a-f]{8})/.exec(said)?.[1]}"`);
});

test("a command that fails is apologised for in its answer", async () => {
  const { bench, breakIt } = await benchThatBreaks();
  await using _open = bench;
  breakIt();

  const said = await personOf(bench, MAYA).type("/wins");

  expect(bench.workspace.logged()).toContain(`"errorId":"${idIn(said)}"`);
});
