import { expect, test } from "vitest";
import { manifest } from "../../src/slack/manifest/manifest.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import { createFolder } from "../store/store-kit.ts";
import { GENERAL, MAYA, openWorkspace, TOM } from "../support/workspace.ts";
import { TEAM } from "../wins/bench.ts";
import { openMeetings } from "./meetings.ts";

/** What Slack says of a person reaches their reminders. Nudges on Fridays at 15:00; the workspace opens on Friday 20 November at 10:00 in London. */

const ANJALI = "U0ANJALI003";
const DELIVERIES = "select kind, state, reason from nudge_delivery order by claimed_at, id";
const PLANS = "select user_id, id, state, reason from nudge_plan order by user_id, id";

test("whoever is on holiday by their status gets no nudge, and the reason is on record; a 1:1 is prepared all the same", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  await at.switchOnNudges(MAYA);
  await at.setUp();
  const status = { emoji: ":palm_tree:", text: "Vacationing", until: Date.parse("2026-11-25T00:00:00Z") };
  await slack.gesture({ kind: "profile", as: MAYA, status });

  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  expect(at.rows(DELIVERIES)).toEqual([{ kind: "nudge", state: "dropped", reason: "away" }]);
  await at.goTo("2026-11-24T13:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA).at(-1)?.text).toContain("Only you can see this, and what you write");
  expect(JSON.stringify(at.rows("select * from nudge_person"))).not.toContain("palm");
  expect(at.workspace.logged()).not.toContain("palm_tree");
});

test("whoever has switched notifications off gets no nudge; without the scope they get it, and the settings say so", async () => {
  const scopes = manifest().oauth_config.scopes.bot;
  const quietUntil = Date.parse("2026-11-20T17:00:00Z");
  await using at = await openMeetings();
  await at.switchOnNudges(MAYA);
  await at.workspace.slack.gesture({ kind: "profile", as: MAYA, quietUntil });
  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.workspace.command("nudges");
  expect(at.lastShown(MAYA).text).not.toContain("dnd:read");

  await using without = await openMeetings(undefined, { scopes: scopes.filter((scope) => scope !== "dnd:read") });
  await without.switchOnNudges(MAYA);
  await without.workspace.slack.gesture({ kind: "profile", as: MAYA, quietUntil });
  await without.goTo("2026-11-20T15:00:00Z");
  expect(without.dms(MAYA)).toHaveLength(1);
  await without.workspace.command("nudges");
  expect(without.lastShown(MAYA).text).toContain("has not granted dnd:read");
});

test("a person who flies is asked at their hour there; their 1:1 is where the two agreed on it", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  await at.switchOnNudges(MAYA);
  await at.setUp();
  await slack.gesture({ kind: "profile", as: MAYA, tz: "America/New_York" });

  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.goTo("2026-11-20T20:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  // Tuesday at 14:00 in London is 09:00 in New York, and an hour before it nobody is at work there.
  await at.goTo("2026-11-23T21:29:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-11-23T21:30:00Z");
  expect(at.dms(MAYA)[1]?.text).toContain("1:1 with");
  await at.workspace.command("1:1");
  expect(at.lastShown(MAYA).text).toContain("at 14:00 in Europe/London");
  expect(at.lastShown(MAYA).text).toContain("tomorrow at 09:00");
});

test("a zone that somebody wrote into the settings stays, and one that Slack gave does not", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  await at.workspace.command("nudges");
  await at.press(MAYA, "Switch on nudges");
  await at.fill(MAYA, { often: "1", zone: "Europe/Oslo" });
  await slack.gesture({ kind: "profile", as: MAYA, tz: "America/New_York" });
  await at.goTo("2026-11-20T14:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
});

test("a zone that changed while nobody listened is noticed at the look at Home and before a nudge goes out", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  await at.switchOnNudges(MAYA);
  slack.changeSilently(MAYA, { tz: "America/New_York" });
  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.goTo("2026-11-20T20:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);

  slack.changeSilently(MAYA, { tz: "Asia/Kathmandu" });
  await at.goTo("2026-11-22T10:00:00Z");
  await slack.gesture({ kind: "home", as: MAYA });
  await slack.idle();
  expect(JSON.stringify(slack.state(MAYA).home)).toContain("Asia/Kathmandu");
});

test("who leaves, or becomes a guest, is written to no more; Home says why and lets them begin again", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  for (const user of [MAYA, TOM]) await at.switchOnNudges(user);
  await at.setUp();
  await slack.changePerson(MAYA, { isGuest: true });
  await slack.changePerson(TOM, { deleted: true });
  expect(at.rows(PLANS)).toMatchObject([
    { id: expect.stringContaining("follow-up"), state: "off", reason: "guest" },
    { id: "nudge", state: "off", reason: "guest" },
    { id: expect.stringContaining("preparation"), state: "off", reason: "guest" },
    { id: "nudge", user_id: TOM, state: "off", reason: "deactivated" },
  ]);

  await slack.changePerson(MAYA, { isGuest: false });
  await slack.gesture({ kind: "home", as: MAYA });
  await slack.idle();
  expect(JSON.stringify(slack.state(MAYA).home)).toContain("you were a guest when one was due");
  await at.switchOnNudges(MAYA);
  expect(at.rows(PLANS)).toMatchObject([{}, { id: "nudge", state: "on", reason: null }, {}, {}]);
});

test("of people whom the bot knows nothing of, nothing that Slack tells is kept or asked for", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  const calls = () => slack.journal().filter(({ direction }) => direction === "from-bot").length;
  const before = calls();
  await slack.gesture({ kind: "profile", as: ANJALI, status: { emoji: ":palm_tree:", text: "", until: null } });
  await slack.gesture({ kind: "profile", as: ANJALI, tz: "America/New_York" });

  expect(slack.journal().at(-1)).toMatchObject({ direction: "to-bot", response: { status: 200 } });
  expect(calls()).toBe(before);
  for (const table of ["profile", "nudge_person", "nudge_plan"]) expect(at.rows(`select * from ${table}`)).toEqual([]);
  const asked = slack.received.until(({ what }) => what === "users.info");
  await at.workspace.type("/win Kept the build green", ANJALI, GENERAL);
  await asked;
});

test("the conversation that Home or a message names is remembered for whoever has a reminder, whichever comes first", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  const known = () => at.rows("select user_id, channel from nudge_person order by user_id");

  await slack.gesture({ kind: "home", as: MAYA });
  expect(known()).toEqual([]);
  await at.switchOnNudges(MAYA);
  expect(known()).toEqual([{ user_id: MAYA, channel: at.dm(MAYA) }]);

  await at.switchOnNudges(TOM);
  await slack.gesture({ kind: "message", as: TOM, channel: at.dm(TOM), text: "help" });
  expect(known()).toMatchObject([{ channel: at.dm(MAYA) }, { user_id: TOM, channel: at.dm(TOM) }]);
});

test("so the reply of the very first nudge may get lost: Slack is asked, and it comes once", async () => {
  await using at = await openMeetings();
  const { slack } = at.workspace;
  await slack.gesture({ kind: "home", as: MAYA });
  await at.switchOnNudges(MAYA);
  slack.setFaults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.rows(DELIVERIES)).toEqual([{ kind: "nudge", state: "sending", reason: null }]);
  const [row] = at.rows("select p.channel from nudge_delivery d join nudge_person p using (team_id, user_id)");
  expect(row).toEqual({ channel: at.dm(MAYA) });
  expect(at.dms(MAYA)).toHaveLength(1);
});

test("a token that Slack takes again lets the workspace's reminders go on", async () => {
  using folder = createFolder();
  const databaseUrl = `sqlite:${folder.path}/stopped.db`;
  {
    await using database = await openDatabase(databaseUrl);
    await createSqlNudgeBook(database).stopWorkspace(TEAM, "token_revoked", 0);
  }
  {
    await using workspace = await openWorkspace({ databaseUrl });
    await expect.poll(workspace.logged).toContain("slack reached");
  }
  await using database = await openDatabase(databaseUrl);
  expect(await database.queries.selectFrom("nudge_workspace").selectAll().execute()).toEqual([]);
});
