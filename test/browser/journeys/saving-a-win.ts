import { expect } from "vitest";
import { MAYA, TOM } from "../../support/workspace.ts";
import { journey, shows, type Visit } from "../stage.ts";

const WORDS = "Led the rollback of the payments deploy at 2am and wrote the incident up with the team";
const me = { team: "T0BRIGHT001", user: MAYA };

const wins = async ({ bot }: Pick<Visit, "bot">) => (await bot.evidence.list(me, {}, 20)).wins;

journey(
  "a win is typed, filed by a suggestion and by the picker, taken back and restored",
  {},
  async ({ tab, bot, slack, type, card, button, modal, picture }) => {
    await type(`/win ${WORDS}`);
    await shows(card, "Only visible to you", "Saved", "Only you can see this", WORDS, "Which framework is yours?");
    await picture("win-1-which-framework");
    await button(/Backend/).click();
    await shows(card, "Nothing is filed until you press Add", "because of");
    expect((await wins({ bot }))[0]?.filings).toEqual([]);
    await picture("win-2-suggestions");

    await card
      .getByRole("button", { name: /^Add: / })
      .first()
      .click();
    await shows(card, "Added", "Filed under", "Also close:");
    await button("That is all").click();
    await expect.poll(() => button("That is all").count()).toBe(0);
    await shows(card, "Filed under");

    await button("Add criteria").click();
    await modal.getByRole("combobox", { name: "Topic" }).click();
    await tab.keyboard.type("mastery");
    const before = slack.journal().at(-1)?.id ?? 0;
    await tab.keyboard.press("Enter");
    // The bot answers with another form, and what is typed into the one before goes with it.
    await slack.received.until(({ id, what }) => id > before && what === "views.update");
    await modal.getByRole("combobox", { name: "Criterion" }).click();
    await tab.keyboard.type("production issues");
    await tab.getByRole("option", { name: /Debugs production issues/ }).click();
    await shows(modal, "Debugs production issues", /Level \d/);
    await picture("win-3-picker");
    await modal.getByRole("button", { name: "Add", exact: true }).click();
    await expect.poll(() => modal.count()).toBe(0);
    await shows(card, "Debugs production issues");
    expect((await wins({ bot }))[0]?.filings).toHaveLength(2);
    await card.getByRole("button", { name: "Remove: Debugs production issues" }).click();
    await shows(card, "Removed from that criterion");

    await button("Undo").click();
    await shows(card, "Taken back", "erased for good");
    expect(await wins({ bot })).toEqual([]);
    await button("Restore").click();
    await shows(card, "Restored", "Filed under");
    expect((await wins({ bot })).map(({ text }) => text)).toEqual([WORDS]);
    expect(await tab.locator("article.ephemeral").count()).toBe(1);
  },
);

journey("none of the suggestions fits, and nothing is filed", {}, async ({ bot, type, card, button }) => {
  await bot.evidence.saveProfile(me, { framework: "/engineering/backend", level: 3 });
  await type(`/win ${WORDS}`);
  await button("None of these").click();
  await expect.poll(() => button("None of these").count()).toBe(0);
  await shows(card, "Saved", WORDS);
  expect((await wins({ bot }))[0]?.filings).toEqual([]);
});

journey("the form keeps what was typed until all of it is right", {}, async ({ tab, bot, type, modal, picture }) => {
  await type("/win");
  await modal.waitFor();
  const words = modal.getByRole("textbox", { name: "What did you do?" });
  await modal.getByRole("button", { name: "Save", exact: true }).click();
  await modal.locator("[data-invalid]").waitFor();

  await words.fill(WORDS);
  await modal.getByRole("textbox", { name: /What came of it/ }).fill("Nobody was charged twice");
  await modal.getByRole("textbox", { name: /Links/ }).fill("not a link");
  await modal.getByRole("button", { name: "Save", exact: true }).click();
  await shows(modal, "begins with http");
  await picture("form-1-errors");
  expect(await words.inputValue()).toBe(WORDS);
  expect(await modal.getByRole("textbox", { name: /What came of it/ }).inputValue()).toBe("Nobody was charged twice");
  expect(await wins({ bot })).toEqual([]);

  await modal.getByRole("textbox", { name: /Links/ }).fill("https://example.com/pull/1");
  await modal.getByRole("combobox", { name: /Criteria/ }).click();
  await tab.keyboard.type("production issues");
  await tab
    .getByRole("option", { name: /Debugs production issues/ })
    .first()
    .click();
  await tab.keyboard.press("Escape");
  await modal.locator(".modal-body").getByText("Debugs production issues").last().waitFor();
  await picture("form-2-filled");
  await modal.getByRole("button", { name: "Save", exact: true }).click();
  await shows(modal, "Saved", WORDS, "Outcome: Nobody was charged twice");
  await picture("form-3-receipt");
  await modal.getByRole("button", { name: "Done" }).click();
  expect(await wins({ bot })).toMatchObject([
    { text: WORDS, outcome: "Nobody was charged twice", links: ["https://example.com/pull/1"], filings: [{}] },
  ]);
});

const HOSTILE =
  "<!channel> <@U0TOM000002|tom> *bold* _i_ ~s~ `code` &amp; &lt;b&gt; <script>alert(1)</script>\n\n" +
  "  two spaces, \u201cquotes\u201d, :tada: 👩‍💻 e\u0301 \u202eright to left\u202c https://example.com/?a=1&b=2 \\n 50 % #backend @here";

journey(
  "hostile words are shown as words, and come back byte for byte",
  {},
  async ({ bot, type, card, button, modal, picture }) => {
    await type("/win Something small");
    for (const text of [HOSTILE, `${HOSTILE} once more`]) {
      await button("Edit").click();
      const words = modal.getByRole("textbox", { name: "What did you do?" });
      if (text !== HOSTILE) expect(await words.inputValue()).toBe(HOSTILE);
      await words.fill(text);
      await modal.getByRole("button", { name: "Save", exact: true }).click();
      await expect.poll(() => modal.count()).toBe(0);
      await shows(card, "Changed", "<!channel>", "*bold* _i_ ~s~ `code` &amp; &lt;b&gt; <script>");
      expect((await wins({ bot }))[0]?.text).toBe(text);
    }
    expect(await card.getByRole("link").count()).toBe(0);
    await picture("win-hostile");
  },
);

journey("a win is shared after a preview, congratulated, and withdrawn by its owner alone", {}, async (visit) => {
  const { tab, type, card, button, react, picture } = visit;
  const posted = tab.locator("article:not(.ephemeral)").filter({ hasText: "shared a win" });

  await type(`/win ${WORDS}`);
  await button("Share in channel").click();
  await shows(card, "A preview that you alone see", "the channel “backend”", WORDS);
  await picture("win-share-1-preview");
  await button("Cancel").click();
  await shows(card, "Not shared");
  await button("Share in channel").click();
  await button("Post to channel").click();
  await posted.waitFor();

  await visit.as(TOM);
  await shows(posted, "maya shared a win", WORDS);
  await react(posted, "tada");
  await posted.getByTitle("Tom Reyes reacted with :tada:").waitFor();
  await picture("win-share-2-tom");
  await posted.getByRole("button", { name: "Withdraw" }).click();
  await shows(card, "Only the person who shared this win can withdraw it.");

  await visit.as(MAYA);
  await posted.getByRole("button", { name: "Withdraw" }).click();
  await expect.poll(() => posted.count()).toBe(0);
  await visit.as(TOM);
  await expect.poll(() => tab.getByText("shared a win").count()).toBe(0);
});
