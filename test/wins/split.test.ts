import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { MAYA } from "../support/workspace.ts";
import { openBench } from "./bench.ts";

test("a draft that cannot be split now keeps its words and its buttons, and a second press saves all of it once", async () => {
  await using bench = await openBench();
  const text = Array.from({ length: 2_500 }, (_, index) => `word${index}`).join(" ");
  await bench.workspace.type(`/win ${text}`);
  const { channel, ts, blocks } = bench.lastShown(MAYA);
  const split = blocks
    .flatMap((block) =>
      "elements" in block && Array.isArray(block["elements"])
        ? block["elements"].map((element) => ({ block, element }))
        : [],
    )
    .find(({ element }) => element.action_id === "win.split");
  const press = () =>
    bench.gesture({
      kind: "action",
      as: MAYA,
      container: { kind: "message", channel, ts },
      blockId: split?.block.block_id ?? "",
      actionId: "win.split",
      element: { type: "button", value: split?.element.value },
      state: {},
    });

  // Until the first part has given up waiting: what comes after it finds the database free again.
  const unlock = bench.lock();
  await Promise.all([press(), pause(1_300).then(unlock)]);
  expect(await bench.wins(MAYA)).toEqual([]);
  await press();

  const words = (await bench.wins(MAYA)).flatMap((win) => win.text.split(/\s+/));
  expect(words.toSorted()).toEqual(text.split(" ").toSorted());
});
