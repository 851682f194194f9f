import { expect, test } from "vitest";
import { MAYA, openWorkspace, TOM } from "../support/workspace.ts";
import { LENA_GUEST, openBench, TEAM } from "../wins/bench.ts";
import { faultsOf, personOf } from "./person.ts";

const MAYAS = "zanzibar rollback of the ledger";
const TOMS = "quokka hiring loop";

test("two people and a guest never see each other's anything", async () => {
  await using bench = await openBench();
  const [maya, tom, lena] = [MAYA, TOM, LENA_GUEST].map((user) => personOf(bench, user));
  if (maya === undefined || tom === undefined || lena === undefined) throw new Error("somebody is missing");

  await maya.type(`/win ${MAYAS}`);
  await tom.type(`/win ${TOMS}`);
  await maya.type("/progression settings");
  await maya.press("Choose a framework", "Backend");
  for (const person of [maya, tom, lena]) {
    await person.openHome();
    for (const line of ["/wins", "/wins zanzibar", "/wins quokka", "/progression me", "/progression settings"]) {
      await person.type(line);
      expect(faultsOf(bench.lastShown(person.user))).toEqual([]);
    }
  }
  expect(bench.seen(TOM)).not.toContain("zanzibar rollback");
  expect(bench.seen(MAYA)).not.toContain("quokka hiring");
  expect(bench.seen(LENA_GUEST)).not.toMatch(/zanzibar rollback|quokka hiring/);
  expect(bench.seen(MAYA)).toContain(MAYAS);
  expect(bench.workspace.logged()).not.toMatch(/zanzibar|quokka/);
});

test("a guest has no page of their own, and nothing of theirs is kept", async () => {
  await using bench = await openBench();
  const lena = personOf(bench, LENA_GUEST);

  await lena.openHome();
  expect(lena.homeText()).toContain("Nothing of theirs is stored");
  expect(lena.homeText()).not.toContain("Which framework are you reading?");
  await lena.type("/progression settings");
  expect(lena.text()).toContain("Nothing of theirs is stored");
  expect(await bench.workspace.bot.evidence.profile({ team: TEAM, user: LENA_GUEST })).toBeUndefined();
});

const codes: readonly unknown[] = [
  "",
  "h.1",
  "h.0",
  "h.99999",
  "t.L.aaaaaaaa.bbbbbbbb.3.0.1",
  "l.W",
  "me~me",
  "topic~t.L.aaaaaaaa.bbbbbbbb.3.0.1",
  "none~settings",
  "9999~settings",
  "Z~settings",
  "on~h.1",
  "'; drop table win; --",
  "x".repeat(1900),
  '{"filter":{"words":"zanzibar"},"at":null,"before":[]}',
  '{"filter":{"user":"U0MAYA00001"},"at":null,"before":[]}',
  '{"filter":{},"at":"2026-01-01_00000000000000000000000000","before":[null]}',
  '{"filter":{"__proto__":{"a":1}},"at":null,"before":[]}',
  "no",
  "\u0000\ud800",
];

const actions = [
  "my.screen",
  "my.screen-anything",
  "my.framework",
  "my.level",
  "my.sub-level",
  "my.emoji",
  "my.set-up",
  "my.focus",
  "my.opportunity",
  "my.note-opportunity",
  "my.note-focus",
  "my.wins",
  "my.wins-older",
  "my.see-0",
  "my.keep-1",
  "my.forget",
  "my.import",
];

test.for(actions)("%s takes whatever comes back and shows nothing of anybody else", async (actionId) => {
  await using workspace = await openWorkspace();
  await workspace.slack.received.until((entry) => entry.what === "auth.test");
  const { evidence } = workspace.bot;
  const maya = { team: TEAM, user: MAYA };
  const saved = await evidence.save(maya, { text: MAYAS, happenedOn: "2026-01-05", origin: "command" }, { key: "k" });

  await workspace.slack.gesture({ kind: "home", as: TOM });
  for (const value of [...codes, saved.win.id, `${saved.win.id}.aaaaaaaaaa`, `${saved.win.id}~settings`]) {
    const element = { type: "button", value: `${value}` };
    await workspace.slack.gesture({
      kind: "action",
      as: TOM,
      container: { kind: "home" },
      blockId: "b",
      actionId,
      element,
      state: {},
    });
  }
  await workspace.slack.gesture({ kind: "home", as: TOM });
  const { home, modals } = workspace.slack.state(TOM);
  expect(JSON.stringify([home, modals])).not.toContain("zanzibar rollback");
  expect(home?.breaches).toEqual([]);
  expect(await evidence.get(maya, saved.win.id)).toEqual(saved.win);
  expect(workspace.logged()).not.toContain("zanzibar rollback");
  expect(workspace.logged()).not.toMatch(/"level":50/);
});
