import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.ts";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { type Bench, buttonsOf, openBench, stateOf, TEAM } from "./bench.ts";

let bench: Bench;
const owner = { team: TEAM, user: MAYA };

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench[Symbol.asyncDispose]());
beforeEach(async () => {
  bench.workspace.slack.reset();
  await expect.poll(() => bench.wins(MAYA)).toEqual([]);
  await bench.workspace.bot.evidence.saveProfile(owner, { framework: "/engineering/backend", level: 3 });
});

const win = (text: string, as = MAYA) => bench.gesture({ kind: "command", as, channel: BACKEND, text: `/win ${text}` });
const only = async () => {
  const wins = await bench.wins(MAYA);
  expect(wins).toHaveLength(1);
  return wins[0];
};
const shows = (text: string | RegExp) => expect.poll(() => bench.lastShown(MAYA).text).toMatch(text);
const ROLLBACK = "Led the rollback of the payments deploy and wrote up the incident for the whole team";

test("the framework is asked for once, and then criteria of at least three topics are offered with full wording and a reason", async () => {
  await bench.workspace.bot.evidence.saveProfile(owner, { framework: null });
  await win(ROLLBACK);
  expect(bench.lastShown(MAYA).text).toContain("Which framework is yours?");

  const backend = buttonsOf(bench.lastShown(MAYA).blocks).find(({ label }) => label.endsWith("Backend"));
  await bench.press(MAYA, backend?.label ?? "");
  await shows("Nothing is filed until you press Add");

  const { blocks } = bench.lastShown(MAYA);
  const wordings = blocks.filter(({ type }) => type === "section").map((block) => block["text"] as { text: string });
  const { catalogue } = await loadCatalogue("frameworks");
  const known = catalogue.frameworks
    .find(({ path }) => path === "/engineering/backend")
    ?.topics.flatMap((topic) =>
      topic.levels.flatMap((one) => one.criteria.map(({ text }) => ({ text, topic: topic.name }))),
    );
  expect(wordings).toHaveLength(5);
  const topics = wordings.map(({ text }) => known?.find((one) => one.text === text)?.topic);
  expect(topics).not.toContain(undefined);
  expect(new Set(topics).size).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify(blocks)).toContain("because of");
  expect((await only())?.filings).toEqual([]);

  await win("Something else entirely, about the incident of last week");
  expect(bench.lastShown(MAYA).text).not.toContain("Which framework");
});

test("Add files under that criterion with its wording, and Remove takes it out again", async () => {
  await win(ROLLBACK);
  const wording = bench.lastShown(MAYA).blocks.find(({ type }) => type === "section")?.["text"] as { text: string };
  const [add] = buttonsOf(bench.lastShown(MAYA).blocks).filter(({ label }) => label === "Add");
  await bench.pressButton(MAYA, add);
  await shows("Filed under");
  expect((await only())?.filings).toMatchObject([{ wording: wording.text, framework: "/engineering/backend" }]);

  await bench.press(MAYA, "Remove");
  await shows("Removed from that criterion");
  expect((await only())?.filings).toEqual([]);
});

test("none of these folds the suggestions away and files nothing", async () => {
  await win(ROLLBACK);
  await bench.press(MAYA, "None of these");
  await expect.poll(() => bench.lastShown(MAYA).text).not.toContain("because of");
  expect(buttonsOf(bench.lastShown(MAYA).blocks).map(({ label }) => label)).toContain("Add criteria");
  expect((await only())?.filings).toEqual([]);
});

test("the picker finds a criterion by any words of its sentence, shows all of it, and files it", async () => {
  await win(ROLLBACK);
  await bench.press(MAYA, "Add criteria");
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  const view = bench.modal(MAYA);
  expect(view.breaches).toEqual([]);
  const input = view.blocks.find(({ type }) => type === "input");
  const asked = await bench.gesture({
    kind: "suggest",
    as: MAYA,
    container: { kind: "modal", view: view.id },
    blockId: input?.block_id ?? "",
    actionId: "pick.criterion",
    value: "incident resol",
  });
  expect(asked).toMatchObject({ ok: true });
  const [option] = asked.ok ? (asked.options ?? []) : [];
  expect(JSON.stringify(option)).toContain("Leads incident resolutions");

  await bench.gesture({
    kind: "action",
    as: MAYA,
    container: { kind: "modal", view: view.id },
    blockId: input?.block_id ?? "",
    actionId: "pick.criterion",
    element: { type: "external_select", selected_option: option ?? null },
    state: {},
  });
  await expect
    .poll(() => bench.modal(MAYA).blocks.at(-1))
    .toMatchObject({ text: { text: "Leads incident resolutions" } });

  await bench.gesture({
    kind: "submit",
    as: MAYA,
    view: view.id,
    state: {
      [input?.block_id ?? ""]: { "pick.criterion": { type: "external_select", selected_option: option ?? null } },
    },
  });
  await shows("Leads incident resolutions");
  expect((await only())?.filings).toMatchObject([{ wording: "Leads incident resolutions" }]);
  expect(bench.workspace.slack.state(MAYA).modals).toEqual([]);
});

test("Undo takes it back and says until when, Restore brings it back, and the button of a receipt goes on working", async () => {
  await win(ROLLBACK);
  await bench.press(MAYA, "Undo");
  await shows(/Taken back\. It can be restored until \w{3} \d+ \w{3}, \d\d:\d\d/);
  expect(await bench.wins(MAYA)).toEqual([]);

  await bench.press(MAYA, "Restore");
  await shows("Restored");
  expect((await only())?.text).toBe(ROLLBACK);
});

test("the same words within a minute are not saved twice, unless the person says so", async () => {
  await win(ROLLBACK);
  await win(ROLLBACK);
  await shows("Already saved");
  await bench.press(MAYA, "Save again");
  await expect.poll(() => bench.wins(MAYA)).toHaveLength(2);
});

describe("editing", () => {
  test("a text of four inputs comes back byte for byte, and every field can be changed", async () => {
    const long = `${"Line with <tags> & “quotes”, 😀 and tabs\t.\n".repeat(270)}end`.slice(0, 11_900);
    await win(long);
    const before = (await only())?.text ?? "";
    await bench.press(MAYA, "Edit");
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    const inputs = bench.modal(MAYA).blocks.filter(({ block_id }) => block_id?.startsWith("text-"));
    expect(inputs).toHaveLength(Math.ceil(before.length / 3000));
    expect(bench.modal(MAYA).breaches).toEqual([]);

    await bench.submit(MAYA, {
      when: "2026-03-04",
      outcome: "Fewer calls at night",
      people: TOM,
      links: "https://a.example/1\nhttps://a.example/2",
      note: "for the review",
    });
    await shows("Changed");
    expect(await only()).toMatchObject({
      text: before,
      happenedOn: "2026-03-04",
      outcome: "Fewer calls at night",
      people: [TOM],
      links: ["https://a.example/1", "https://a.example/2"],
      note: "for the review",
    });
    expect(bench.workspace.slack.state(MAYA).modals).toEqual([]);
  });

  test.each([
    [{ when: "2999-01-01" }, "when", "still to come"],
    [{ when: "1970-01-01" }, "when", "before the year 2000"],
    [{ when: "2026-02-31" }, "when", "no such day"],
    [{ links: "ask Tom" }, "links", "begins with http"],
    [{ links: "javascript:alert(1)" }, "links", "begins with http"],
    [{ "text-1": " \n\t " }, "text-1", "no words"],
    [{ "text-1": "<@U0TOM000002>" }, "text-1", "only names somebody"],
    [{ note: "n".repeat(3001) }, "note", "3,001 characters"],
  ])("%j is refused under its field, and the form stays open", async (fields, block, sentence) => {
    await win(ROLLBACK);
    await bench.press(MAYA, "Edit");
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    await bench.submit(MAYA, fields);
    expect(bench.modal(MAYA).errors[block]).toContain(sentence);
    expect((await only())?.text).toBe(ROLLBACK);
  });

  test("criteria are chosen by any words, shown in full before they are saved, and taken out again", async () => {
    await win(ROLLBACK);
    await bench.press(MAYA, "Edit");
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    const container = { kind: "modal", view: bench.modal(MAYA).id } as const;
    const field = { as: MAYA, container, blockId: "criteria", actionId: "form.criteria" } as const;
    const asked = await bench.gesture({ kind: "suggest", ...field, value: "leads incident" });
    const [option] = asked.ok ? (asked.options ?? []) : [];
    const { value } = option as { value: string };
    const element = { type: "multi_external_select", selected_options: [option ?? null] };
    await bench.gesture({ kind: "action", ...field, element, state: {} });
    await expect.poll(() => JSON.stringify(bench.modal(MAYA).blocks)).toContain('"text":"Leads incident resolutions"');

    await bench.submit(MAYA, { criteria: value, note: "kept" });
    await shows("Leads incident resolutions");
    expect(await only()).toMatchObject({ note: "kept", filings: [{ wording: "Leads incident resolutions" }] });

    await bench.press(MAYA, "Edit");
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    await bench.submit(MAYA, { criteria: "nowhere123" });
    expect(bench.modal(MAYA).errors["criteria"]).toContain("no longer in any framework");
    await bench.gesture({
      kind: "submit",
      as: MAYA,
      view: bench.modal(MAYA).id,
      state: { ...stateOf(bench.modal(MAYA), {}), criteria: { "form.criteria": { type: "x", selected_options: [] } } },
    });
    await expect.poll(async () => (await only())?.filings).toEqual([]);
  });

  test("a win that was taken back meanwhile gives the typed words back", async () => {
    await win(ROLLBACK);
    const id = (await only())?.id ?? "";
    await bench.press(MAYA, "Edit");
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    await bench.workspace.bot.evidence.forget(owner);
    await bench.submit(MAYA, { "text-1": "Typed with care" });
    expect(JSON.stringify(bench.modal(MAYA).blocks)).toContain("Typed with care");
    expect(await bench.workspace.bot.evidence.get(owner, id)).toBeUndefined();
  });
});

describe("sharing in the channel", () => {
  const cards = (user: string) =>
    bench.workspace.slack
      .state(user)
      .conversations.find(({ id }) => id === BACKEND)
      ?.messages.filter(({ text, ephemeral }) => text.includes("shared a win") && !ephemeral) ?? [];

  test("shows exactly what was previewed, only after a press that says so, and only its owner can take it away", async () => {
    await win(`${ROLLBACK} <!channel> with @tom`);
    const filing = { note: "my own note", outcome: "Quiet nights" };
    await bench.workspace.bot.evidence.edit(owner, (await only())?.id ?? "", filing);
    await bench.press(MAYA, "Share in channel");
    await shows("A preview that you alone see");
    const preview = bench.lastShown(MAYA).blocks;
    expect(cards(TOM)).toEqual([]);

    await bench.press(MAYA, "Post to channel");
    await expect.poll(() => cards(TOM).length).toBe(1);
    const [card] = cards(TOM);
    expect(JSON.stringify(card?.blocks)).not.toContain("my own note");
    expect(card?.blocks.slice(0, -1).map(withoutId)).toEqual(preview.slice(1, -1).map(withoutId));
    expect(card?.breaches).toEqual([]);

    const withdraw = buttonsOf(card?.blocks ?? [])[0];
    const at = { kind: "message", channel: BACKEND, ts: card?.ts ?? "" } as const;
    const press = (as: string) =>
      bench.gesture({
        kind: "action",
        as,
        container: at,
        blockId: withdraw?.block ?? "",
        actionId: "win.withdraw",
        element: { type: "button" },
        state: {},
      });
    await press(TOM);
    await expect.poll(() => bench.lastShown(TOM).text).toContain("Only the person who shared");
    expect(cards(TOM)).toHaveLength(1);
    await press(MAYA);
    await expect.poll(() => cards(TOM).length).toBe(0);
  });

  test("what was changed after the preview is previewed again, and a second press posts nothing more", async () => {
    await win(ROLLBACK);
    await bench.press(MAYA, "Share in channel");
    await shows("A preview");
    await bench.workspace.bot.evidence.edit(owner, (await only())?.id ?? "", { text: "Other words" });
    await bench.press(MAYA, "Post to channel");
    await shows("Other words");
    expect(cards(TOM)).toEqual([]);

    const post = buttonsOf(bench.lastShown(MAYA).blocks).find(({ label }) => label === "Post to channel");
    await Promise.all([bench.pressButton(MAYA, post), bench.pressButton(MAYA, post)]);
    await expect.poll(() => bench.seen(MAYA)).toContain("You and #backend can see this");
    expect(cards(TOM)).toHaveLength(1);
  });

  test("Cancel brings the receipt back and posts nothing", async () => {
    await win(ROLLBACK);
    await bench.press(MAYA, "Share in channel");
    await shows("A preview");
    await bench.press(MAYA, "Cancel");
    await shows("Not shared");
    expect(cards(TOM)).toEqual([]);
  });

  test("a post that Slack refuses is said, and the win stays", async () => {
    await win(ROLLBACK);
    await bench.press(MAYA, "Share in channel");
    await shows("A preview");
    bench.workspace.slack.setFaults({ serverError: 500, methods: ["response_url"], remaining: 1 });
    await bench.press(MAYA, "Post to channel");
    await shows("could not be posted");
    expect(cards(TOM)).toEqual([]);
    expect((await only())?.text).toBe(ROLLBACK);
  });
});

function withoutId({ block_id: _, ...block }: { readonly block_id?: string }) {
  return block;
}
