import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Filing } from "../../src/evidence/types.ts";
import { MAYA } from "../support/workspace.ts";
import { openBench, TEAM } from "../wins/bench.ts";
import { personOf } from "./person.ts";

const maya = { team: TEAM, user: MAYA };

async function filedBench() {
  const folder = mkdtempSync(join(tmpdir(), "progression-frameworks-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("frameworks", folder, { recursive: true });
  const bench = await openBench({ frameworksDir: folder });
  const { bot } = bench.workspace;
  const file = join(folder, "engineering/backend.md");
  const backend = bot.catalogue().frameworks.find(({ path }) => path === "/engineering/backend");
  const places = (backend?.topics ?? []).flatMap((topic) =>
    topic.levels.flatMap(({ level, criteria }) =>
      criteria.filter(({ source }) => source === "own").map((criterion) => ({ topic, level, criterion })),
    ),
  );
  const long = places.find(
    ({ criterion }) => criterion.text.split(" ").length > 7 && /^[\w ,-]+$/.test(criterion.text),
  );
  if (backend === undefined || long === undefined) throw new Error("the sample framework has no such criterion");
  const filing: Filing = {
    criterionId: long.criterion.id,
    framework: backend.path,
    topic: long.topic.name,
    level: long.level,
    wording: long.criterion.text,
    contentHash: backend.contentHash,
    filedAt: "2026-01-05T10:00:00.000Z",
  };
  const { win } = await bot.evidence.save(
    maya,
    { text: "Led the rollback", happenedOn: "2026-01-05", origin: "command", filings: [filing] },
    { key: "one" },
  );
  await bot.evidence.saveProfile(maya, { framework: backend.path, level: long.level });
  const edit = async (change: (text: string) => string) => {
    writeFileSync(file, change(readFileSync(file, "utf8")));
    await bot.reload();
  };
  return { bench, folder, file, filing, win, edit };
}

test("a reworded criterion is said on Home and in the list, seen side by side, and kept as it was", async () => {
  const { bench, filing, win, edit } = await filedBench();
  await using open = bench;
  const person = personOf(open, MAYA);
  const reworded = filing.wording.replace(/ /, " very ");
  await person.openHome();
  expect(person.homeText()).not.toContain("The framework has changed");

  await edit((text) => text.replace(filing.wording, reworded));
  await person.openHome();
  expect(person.homeText()).toContain("The framework has changed");
  await person.pressHome("See them");
  expect(person.homeText()).toContain("The wording of a criterion that this is filed under has changed since");
  await person.pressHome("See");
  const modal = JSON.stringify(open.modal(MAYA).blocks);
  expect(modal).toContain(filing.wording);
  expect(modal).toContain(reworded);

  expect(await person.type("/wins changed")).toContain("Led the rollback");
  await person.press("Keep as it was");
  expect(person.text()).toContain("No win is filed under words that have changed since");
  const kept = await open.workspace.bot.evidence.get(maya, win.id);
  expect(kept?.filings.map(({ wording }) => wording)).toEqual([filing.wording]);

  await edit((text) => text.replace(reworded, `${reworded} and then some`));
  expect(await person.type("/wins changed")).toContain("Led the rollback");
});

test("a renamed framework file loses nothing, and a removed criterion keeps its words", async () => {
  const { bench, folder, file, filing, edit } = await filedBench();
  await using open = bench;
  const person = personOf(open, MAYA);

  renameSync(file, join(folder, "engineering/server-side.md"));
  await open.workspace.bot.reload();
  await person.openHome();
  expect(person.homeText()).not.toContain("The framework has changed");
  expect(person.homeText()).toContain("evidence, last:");

  renameSync(join(folder, "engineering/server-side.md"), file);
  await edit((text) => text.replace(filing.wording, "Sings"));
  await person.openHome();
  expect(person.homeText()).toContain("The framework has changed");
  expect(await person.type("/wins changed")).toMatch(/no longer in the framework|has changed since/);
  expect(await person.type("/wins")).toContain("Led the rollback");
});
