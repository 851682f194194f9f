import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Message, Outcome } from "../../local-slack/protocol.ts";
import { BACKEND, MAYA, openWorkspace, TOM, type Workspace } from "../support/workspace.ts";

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
  const folder = mkdtempSync(join(tmpdir(), "progression-sharing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("frameworks", folder, { recursive: true });
  await using workspace = await openWorkspace({ frameworksDir: folder, adminUserIds: MAYA });
  const before = messages(workspace, TOM).length;
  await preview(workspace);
  rmSync(join(folder, "engineering/backend.md"));
  await workspace.bot.reload();

  await press(workspace, "share.post");

  await expect.poll(() => messages(workspace, MAYA).at(-1)?.text).toContain("is no longer here");
  expect(messages(workspace, TOM)).toHaveLength(before);
});
