import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Message, Outcome } from "../../local-slack/protocol.ts";
import { postSigned } from "../support/signed-request.ts";
import { BACKEND, MAYA, openWorkspace, SIGNING_SECRET, TOM, type Workspace } from "../support/workspace.ts";

const messages = ({ slack }: Workspace, as: string): readonly Message[] =>
  slack.state(as).conversations.find(({ id }) => id === BACKEND)?.messages ?? [];

function press(workspace: Workspace, actionId: string): Promise<Outcome> {
  const message = messages(workspace, MAYA).at(-1);
  const row = message?.blocks.find((block) => JSON.stringify(block).includes(`"${actionId}"`));
  const elements = row?.["elements"] as readonly { action_id: string; value: string }[];
  const value = elements.find(({ action_id }) => action_id === actionId)?.value ?? "";

  return workspace.slack.gesture({
    kind: "action",
    as: MAYA,
    container: { kind: "message", channel: BACKEND, ts: message?.ts ?? "" },
    blockId: row?.block_id ?? "",
    actionId,
    element: { type: "button", value },
    state: {},
  });
}

async function preview(workspace: Workspace): Promise<void> {
  await workspace.command("backend mastery 3");
  await press(workspace, "share.preview");
  await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).toContain("A preview that you alone see");
}

function frameworksCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "progression-sharing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("frameworks", folder, { recursive: true });
  return folder;
}

test("a double click on Post to channel posts one card", async () => {
  await using workspace = await openWorkspace();
  const before = messages(workspace, TOM).length;
  await preview(workspace);

  await Promise.all([press(workspace, "share.post"), press(workspace, "share.post")]);

  await expect.poll(() => workspace.slack.received.calls("response_url").length).toBeGreaterThanOrEqual(3);
  await workspace.slack.idle();
  expect(messages(workspace, TOM).slice(before)).toMatchObject([{ text: expect.stringContaining("Shared by maya") }]);
});

test("a card whose framework is gone by now is not posted, and its person is told", async () => {
  const folder = frameworksCopy();
  await using workspace = await openWorkspace({ frameworksDir: folder, adminUserIds: MAYA });
  const before = messages(workspace, TOM).length;
  await preview(workspace);
  rmSync(join(folder, "engineering/backend.md"));
  await workspace.bot.reload();

  await press(workspace, "share.post");

  await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).toContain("is no longer here");
  expect(messages(workspace, TOM)).toHaveLength(before);
});

test("a card that says something else by now is previewed again, said so, and posted as it was previewed then", async () => {
  const folder = frameworksCopy();
  await using workspace = await openWorkspace({ frameworksDir: folder });
  const file = join(folder, "engineering/backend.md");
  const reword = async (words: string, now: string) => {
    writeFileSync(file, readFileSync(file, "utf8").replace(`"${words}"`, `"${now}"`));
    await workspace.bot.reload();
  };
  const before = messages(workspace, TOM).length;
  await preview(workspace);

  await reword("Debugs production issues", "Debugs issues in production, and says what they were");
  await press(workspace, "share.post");
  await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).toContain("has changed since your preview");
  expect(messages(workspace, MAYA).at(-1)?.text).toContain("and says what they were");
  expect(messages(workspace, TOM)).toHaveLength(before);

  // What is not on the card does not matter to it.
  await reword("Fixes simple bugs", "Fixes small bugs");
  await press(workspace, "share.post");
  await expect.poll(() => messages(workspace, TOM).length).toBe(before + 1);
  expect(messages(workspace, TOM).at(-1)?.text).toContain("and says what they were");
});

test("a post without the mark of a preview is previewed, not posted", async () => {
  await using workspace = await openWorkspace();
  const before = messages(workspace, TOM).length;
  await preview(workspace);
  const last = workspace.slack.journal().findLast(({ what }) => what.includes("block_actions"));
  const payload = structuredClone(last?.request) as Record<string, unknown> & { actions: { value: string }[] };
  const code = payload.actions[0]?.value;

  for (const value of [code, `${"0".repeat(16)}~${code}`]) {
    const actions = [{ type: "button", action_id: "share.post", block_id: "b", value, action_ts: "9.9" }];
    const body = new URLSearchParams({
      payload: JSON.stringify({ ...payload, actions, trigger_id: `9.${value?.length}.forged` }),
    });
    await postSigned(workspace.bot.port, { secret: SIGNING_SECRET, body: body.toString() });
    await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).toContain("has changed since your preview");
    await press(workspace, "share.cancel");
    await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).not.toContain("preview");
  }
  expect(messages(workspace, TOM)).toHaveLength(before);
});
