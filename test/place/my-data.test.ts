import { expect, test } from "vitest";
import { parseExport } from "../../src/export/parse-export.ts";
import { MAYA, TOM } from "../support/workspace.ts";
import { BOT, openBench, TEAM } from "../wins/bench.ts";
import { personOf } from "./person.ts";

const maya = { team: TEAM, user: MAYA };

function files(bench: Awaited<ReturnType<typeof openBench>>, user: string) {
  return bench.workspace.slack
    .state(user)
    .conversations.flatMap(({ messages }) => messages.filter((message) => message.user === BOT))
    .flatMap((message) => message.files ?? []);
}

test("export comes as three files in one's own direct message, and its JSON comes back in for another person", async () => {
  await using bench = await openBench();
  const person = personOf(bench, MAYA);
  await person.type("/win Wrote down how we choose between a queue and a cron job");
  await person.type("/progression export");
  await expect.poll(() => files(bench, MAYA).length).toBe(3);

  const sent = files(bench, MAYA);
  expect(sent.map(({ name }) => name.replace(/^.*\./, "")).toSorted()).toEqual(["csv", "json", "md"]);
  expect(sent.every(({ content }) => content.includes("queue and a cron job"))).toBe(true);
  expect(files(bench, TOM)).toEqual([]);
  const json = sent.find(({ name }) => name.endsWith(".json"))?.content ?? "";
  expect(parseExport(json).exported?.wins).toEqual(await bench.wins(MAYA));

  const tom = personOf(bench, TOM);
  await tom.type("/progression settings");
  await tom.press("Import");
  const values = { "part-1": json.slice(0, 700), "part-2": json.slice(700) };
  const state = Object.fromEntries(
    Object.entries(values).map(([block, value]) => [block, { json: { type: "plain_text_input", value } }]),
  );
  const submit = () => bench.gesture({ kind: "submit", as: TOM, view: bench.modal(TOM).id, state });
  expect(await submit()).toEqual({ ok: true });
  expect((await bench.wins(TOM)).map(({ text }) => text)).toEqual([
    "Wrote down how we choose between a queue and a cron job",
  ]);
  await tom.type("/progression settings");
  await tom.press("Import");
  await submit();
  expect(await bench.wins(TOM)).toHaveLength(1);
});

test("what is no export is refused by the form and kept in it", async () => {
  await using bench = await openBench();
  const person = personOf(bench, MAYA);
  await person.type("/progression settings");
  await person.press("Import");
  const state = { "part-1": { json: { type: "plain_text_input", value: '{"hello":1}' } } };
  await bench.gesture({ kind: "submit", as: MAYA, view: bench.modal(MAYA).id, state });

  expect(bench.modal(MAYA).errors["part-1"]).toContain("Nothing was imported");
});

test("forget-me asks once more, and then nothing is left", async () => {
  await using bench = await openBench();
  const person = personOf(bench, MAYA);
  await person.type("/win Led the rollback");
  await person.type("/progression settings");
  await person.press("Choose a framework", "Backend");

  expect(await person.type("/progression forget-me")).toContain("cannot be undone");
  await person.press("Keep everything");
  expect(await bench.wins(MAYA)).toHaveLength(1);

  await person.type("/progression forget me");
  await person.press("Erase everything");
  expect(person.text()).toContain("Nothing of you is kept any more");
  expect(await bench.wins(MAYA)).toEqual([]);
  expect(await bench.workspace.bot.evidence.profile(maya)).toBeUndefined();
  expect(await person.type("/wins")).toContain("No wins yet");
});
