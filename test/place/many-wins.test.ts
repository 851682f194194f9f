import { expect, test } from "vitest";
import type { Filing, NewWin, Win } from "../../src/evidence/types.ts";
import { MAYA } from "../support/workspace.ts";
import { openBench, TEAM } from "../wins/bench.ts";
import { faultsOf, personOf } from "./person.ts";

const maya = { team: TEAM, user: MAYA };

test("for a person with 2,000 wins Home stays within Slack's limits and the list pages both ways", async () => {
  await using bench = await openBench();
  const { bot } = bench.workspace;
  const backend = bot.catalogue().frameworks.find(({ path }) => path === "/engineering/backend");
  const criteria = (backend?.topics ?? []).flatMap((topic) =>
    topic.levels.flatMap(({ level, criteria: some }) =>
      some.map(({ id, text }) => ({ id, text, level, topic: topic.name })),
    ),
  );
  const win = (index: number): NewWin & Win => {
    const one = criteria[index % criteria.length];
    const filing: Filing = {
      criterionId: one?.id ?? "",
      framework: "/engineering/backend",
      topic: one?.topic ?? "",
      level: one?.level ?? 1,
      wording: one?.text ?? "",
      contentHash: "x",
      filedAt: "2026-01-01T00:00:00.000Z",
    };
    const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString();
    return {
      id: `${index}`.padStart(26, "0"),
      text: `Win ${index} ${"<@U0TOM000002> & <!channel> *bold* ".repeat(60)}`,
      happenedOn: day.slice(0, 10),
      createdAt: day,
      editedAt: null,
      origin: "command",
      source: { permalink: null, messageKey: null, author: null },
      outcome: null,
      note: null,
      people: [],
      links: [],
      filings: [filing],
      shares: [],
      deletedAt: null,
    };
  };
  await bot.evidence.importWins(
    maya,
    Array.from({ length: 2000 }, (_, index) => win(index)),
  );
  await bot.evidence.saveProfile(maya, { framework: "/engineering/backend", level: 3 });
  const person = personOf(bench, MAYA);

  await person.openHome();
  expect(person.home().blocks.length).toBeLessThanOrEqual(100);
  expect(faultsOf(person.home())).toEqual([]);
  expect(person.homeText()).toContain("Win 1999");
  expect(person.homeText()).toContain("evidence, last:");

  await person.type("/wins");
  const seen = [/Win \d+/.exec(person.text())?.[0]];
  for (const label of ["Older", "Older", "Newer", "Newer"]) {
    await person.press(label);
    expect(faultsOf(bench.lastShown(MAYA))).toEqual([]);
    seen.push(/Win \d+/.exec(person.text())?.[0]);
  }
  expect(seen).toEqual(["Win 1999", "Win 1994", "Win 1989", "Win 1994", "Win 1999"]);
}, 60_000);
