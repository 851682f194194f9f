import { expect, test } from "vitest";
import type { Block } from "../../local-slack/protocol.ts";
import { checkMessage, checkView } from "../../src/slack/block-kit/check.ts";
import { MAYA, openWorkspace, TOM, type Workspace } from "../support/workspace.ts";

test("set-up is three presses, and Home then shows framework, level and recent wins", async () => {
  await using workspace = await openWorkspace();

  await workspace.slack.gesture({ kind: "home", as: MAYA });
  console.log(JSON.stringify(workspace.slack.state(MAYA).home?.blocks).slice(0, 3000));
  console.log(workspace.logged());
});
