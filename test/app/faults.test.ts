import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commandBody, postSigned } from "../support/signed-request.ts";
import { GENERAL, INGRID, MAYA, openWorkspace, SIGNING_SECRET, TOM, type Workspace } from "../support/workspace.ts";

const ready = async (workspace: Workspace) => {
  const response = await fetch(`http://127.0.0.1:${workspace.bot.port}/readyz`);

  return { status: response.status, ...((await response.json()) as { reasons: string[]; notes: string[] }) };
};

const answers = async (workspace: Workspace) =>
  (await postSigned(workspace.bot.port, { secret: SIGNING_SECRET, body: commandBody({ text: "backend mastery 3" }) }))
    .status;

function frameworksCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "progression-frameworks-"));

  cpSync("frameworks", folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What the bot has said to one person, oldest first. */
const shownTo = ({ slack }: Workspace, user: string) => {
  const { bot, conversations } = slack.state(user);

  return conversations
    .flatMap(({ messages }) => messages.filter((message) => message.user === bot.id))
    .toSorted((one, other) => Number(one.ts) - Number(other.ts));
};

test("a token that Slack refuses at start does not end the bot: it answers from memory, and readiness says why it waits", async () => {
  await using workspace = await openWorkspace({ botTokenOfBot: "xoxb-1-wrong" });

  await expect
    .poll(() => ready(workspace))
    .toMatchObject({
      status: 503,
      reasons: ["Slack has not answered yet (invalid_auth)"],
    });
  expect(await answers(workspace)).toBe(200);
});

test("removing the app is told to the operator and is no reason to call the bot unready", async () => {
  await using workspace = await openWorkspace();
  await expect.poll(async () => (await ready(workspace)).status).toBe(200);

  await workspace.slack.uninstall();

  expect(await ready(workspace)).toMatchObject({ status: 200, notes: ["the app was uninstalled"] });
});

test("a rate limit on what one person does never slows another person's command", async () => {
  await using workspace = await openWorkspace();
  await workspace.slack.received.until(({ what }) => what === "auth.test");
  workspace.slack.setFaults({ rateLimit: 30, methods: ["views.publish"] });

  const opened = workspace.slack.gesture({ kind: "home", as: TOM });
  await workspace.command("backend mastery 3");
  await workspace.slack.gesture({
    kind: "message",
    as: MAYA,
    channel: dmOf(workspace, MAYA),
    text: "backend mastery 3",
  });

  expect(workspace.slack.received.calls("chat.postMessage")).toHaveLength(1);
  await opened;
  expect(workspace.logged()).toContain("delivery failed");
});

test("an event whose work failed is delivered again by Slack, and then succeeds", async () => {
  await using workspace = await openWorkspace();
  await workspace.slack.received.until(({ what }) => what === "auth.test");
  // Both tries of the first delivery fail.
  workspace.slack.setFaults({ serverError: 500, methods: ["views.publish"], remaining: 2 });

  await workspace.slack.gesture({ kind: "home", as: MAYA });
  await workspace.slack.retryNow();

  await expect.poll(() => workspace.slack.state(MAYA).home).not.toBeNull();
});

test("a broken framework is served as it last was, its admin is told once where, and mending it brings the new text", async () => {
  const frameworksDir = frameworksCopy();
  const file = join(frameworksDir, "engineering/backend.md");
  const good = readFileSync(file, "utf8");
  await using workspace = await openWorkspace({ frameworksDir, adminUserIds: INGRID });
  await workspace.slack.received.until(({ what }) => what === "auth.test");

  writeFileSync(file, good.replace("Debugs production issues", 'Debugs "production" issues'));
  await workspace.bot.reload();
  await workspace.bot.reload();
  await workspace.command("backend mastery 3");

  await expect
    .poll(() => shownTo(workspace, INGRID).filter(({ text }) => text.includes("cannot be used")))
    .toHaveLength(1);
  expect(shownTo(workspace, INGRID).at(-1)?.text).toMatch(/engineering\/backend\.md:\d+ /);
  expect(shownTo(workspace, MAYA).at(-1)?.text).toContain("Debugs production issues");

  writeFileSync(file, good.replace("Debugs production issues", "Debugs production issues calmly"));
  await workspace.bot.reload();
  await workspace.command("backend mastery 3");

  expect(shownTo(workspace, MAYA).at(-1)?.text).toContain("Debugs production issues calmly");
});

test("a framework that is broken at start is told to its admin once, over restarts, and again when it breaks otherwise", async () => {
  const frameworksDir = frameworksCopy();
  const file = join(frameworksDir, "engineering/backend.md");
  const good = readFileSync(file, "utf8");
  const broken = (words: string) => good.replace("Debugs production issues", `Debugs "${words}" issues`);
  const options = {
    frameworksDir,
    adminUserIds: INGRID,
    databaseUrl: `sqlite:${join(frameworksDir, "data", "progression.db")}`,
  };
  const told = (workspace: Workspace) =>
    shownTo(workspace, INGRID).filter(({ text }) => text.includes("cannot be used"));

  writeFileSync(file, broken("production"));
  {
    await using workspace = await openWorkspace(options);
    await expect.poll(() => told(workspace)).toHaveLength(1);
    expect(told(workspace)[0]?.text).toMatch(/engineering\/backend\.md:\d+ /);
    expect(told(workspace)[0]?.text).toContain("nobody can read this framework");
  }
  {
    await using workspace = await openWorkspace(options);
    await workspace.slack.received.until(({ what }) => what === "auth.test");
    writeFileSync(file, broken("staging"));
    await workspace.bot.reload();

    await expect
      .poll(() => told(workspace).map(({ text }) => /Debugs "\w+"/.exec(text)?.[0]))
      .toEqual(['Debugs "staging"']);
  }
});

test("without a frameworks folder the bot waits for one, and says so", async () => {
  const frameworksDir = join(frameworksCopy(), "not-there");
  await using workspace = await openWorkspace({ frameworksDir });

  await expect
    .poll(() => ready(workspace))
    .toMatchObject({ status: 503, reasons: ["no framework is loaded"], notes: [expect.stringContaining("not-there")] });

  cpSync("frameworks", frameworksDir, { recursive: true });
  await workspace.bot.reload();

  expect(await ready(workspace)).toMatchObject({ status: 200, reasons: [], notes: [] });
  expect(await answers(workspace)).toBe(200);
});

test("a frameworks folder that goes away leaves the last frameworks in service, and readiness notes it", async () => {
  const frameworksDir = join(frameworksCopy(), "moved");
  cpSync("frameworks", frameworksDir, { recursive: true });
  await using workspace = await openWorkspace({ frameworksDir });
  await workspace.slack.received.until(({ what }) => what === "auth.test");

  rmSync(frameworksDir, { recursive: true });
  await workspace.bot.reload();
  await workspace.command("backend mastery 3");

  await expect
    .poll(() => ready(workspace))
    .toMatchObject({ status: 200, reasons: [], notes: [expect.stringContaining("moved")] });
  expect(shownTo(workspace, MAYA).at(-1)?.text).toContain("Debugs production issues");
});

test("reload is for admins: the workspace's own, and those of the configuration", async () => {
  await using workspace = await openWorkspace({ adminUserIds: TOM });
  await workspace.slack.received.until(({ what }) => what === "auth.test");

  for (const person of [MAYA, INGRID, TOM]) {
    await workspace.command("reload", person, GENERAL);
  }

  const last = (user: string) => shownTo(workspace, user).at(-1)?.text;
  expect(last(MAYA)).toContain("Only admins can reload");
  expect(last(INGRID)).not.toContain("Only admins");
  expect(last(TOM)).not.toContain("Only admins");
});

function dmOf(workspace: Workspace, user: string): string {
  return workspace.slack.state(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";
}
