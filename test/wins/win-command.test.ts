import { expect, test } from "vitest";
import { checkMessage } from "../../src/slack/block-kit/check.ts";
import { findLive } from "../../src/slack/block-kit/live.ts";
import { checkOwnRules } from "../../src/slack/block-kit/own-rules.ts";
import { BACKEND, MAYA, openWorkspace } from "../support/workspace.ts";

test("/win saves what is typed and answers with the receipt", async () => {
  await using workspace = await openWorkspace();

  expect(
    await workspace.type("/win Led the rollback of the <!channel> payments deploy & wrote it up with @tom"),
  ).toEqual({ ok: true });

  const message = workspace.slack
    .state(MAYA)
    .conversations.find(({ id }) => id === BACKEND)
    ?.messages.at(-1);
  expect(message?.ephemeral).toBe(true);
  expect(message?.breaches).toEqual([]);
  expect(checkMessage({ text: message?.text ?? "", blocks: message?.blocks ?? [] })).toEqual([]);
  expect(checkOwnRules({ text: message?.text ?? "", blocks: message?.blocks ?? [] })).toEqual([]);
  expect(findLive({ text: message?.text ?? "", blocks: message?.blocks ?? [] })).toEqual([]);
});
