import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Draft } from "../../src/evidence/types.ts";
import { capture } from "../../src/wins/capture.ts";
import type { Handed } from "../../src/wins/captured.ts";
import { createHeldWords } from "../../src/wins/held.ts";
import { splitDraft } from "../../src/wins/split-draft.ts";
import { ada, collect, createTestStore, type TestStore } from "../store/store-kit.ts";
import { MAYA } from "../support/workspace.ts";
import { buttonsOf, openBench } from "./bench.ts";

const WORDS = Array.from({ length: 2_500 }, (_, index) => `word${index}`);

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/\s+/)).toSorted();
}

async function splitter({ log }: TestStore) {
  const draft = await log.keepDraft(ada, {
    text: WORDS.join(" "),
    origin: "command",
    source: { permalink: null, messageKey: null, author: null },
    reason: "too-long",
  });
  const nobody = { known: () => undefined, glance: async () => undefined, look: async () => undefined };
  const held = createHeldWords(() => 0);
  const hand = async (handed: Handed) => ({ captured: await capture(handed, { log, people: nobody, held }) });

  return { draft, hand };
}

/** Another process that writes, from now until it is told to stop. */
function lock({ path }: TestStore): () => void {
  const other = new SQLite(path);
  other.exec("begin immediate");
  return () => {
    other.exec("rollback");
    other.close();
  };
}

test.for([1, 2])(
  "a split whose part %i cannot be saved keeps the draft, and the next one saves all of it once",
  async (failing) => {
    await using store = await createTestStore({ onDisk: true, busyMs: 1 });
    const { draft, hand } = await splitter(store);
    const has = (one: Draft) => store.log.draft(ada, one.id);
    let part = 0;

    const first = await splitDraft(ada, draft, {
      log: store.log,
      async capture(handed) {
        part += 1;
        const unlock = part === failing ? lock(store) : () => undefined;
        const reply = await hand(handed);
        // Free again right after: a split that went on would end well and drop the draft.
        unlock();
        return reply;
      },
    });

    expect(first.stopped?.captured.kind).toBe("unsaved");
    expect(first.wins).toHaveLength(failing - 1);
    expect(await has(draft)).toEqual(draft);

    const second = await splitDraft(ada, draft, { log: store.log, capture: hand });
    expect(second.stopped).toBeUndefined();
    expect(await has(draft)).toBeUndefined();
    const wins = await collect(store.log.everything(ada));
    expect(wordsOf(wins.map(({ text }) => text))).toEqual(WORDS.toSorted());
  },
);

test("while the database is locked Split says so and the draft's buttons stay; a second press saves all of it", async () => {
  await using bench = await openBench();
  await bench.workspace.type(`/win ${WORDS.join(" ")}`);
  const split = buttonsOf(bench.lastShown(MAYA).blocks).find(({ action }) => action === "win.split");
  const { channel, ts } = bench.lastShown(MAYA);
  const press = () =>
    bench.gesture({
      kind: "action",
      as: MAYA,
      container: { kind: "message", channel, ts },
      blockId: split?.block ?? "",
      actionId: "win.split",
      element: { type: "button", value: split?.value ?? null },
      state: {},
    });

  const unlock = bench.lock();
  await press();
  await expect.poll(() => bench.lastShown(MAYA).text).toContain("not saved yet");
  unlock();
  expect(await bench.wins(MAYA)).toEqual([]);
  await press();

  expect(wordsOf((await bench.wins(MAYA)).map(({ text }) => text))).toEqual(WORDS.toSorted());
});
