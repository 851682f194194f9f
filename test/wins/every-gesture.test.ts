import { describe, expect, test } from "vitest";
import { findLive } from "../../src/slack/block-kit/live.ts";
import { MAYA } from "../support/workspace.ts";
import { type Bench, buttonsOf, LENA_GUEST, openBench, PRIYA_STRANGER } from "./bench.ts";
import { gestures, type WinGesture } from "./gestures.ts";

/** Gesture × situation. A gesture that has no cell for a situation fails, because the table is made of the two lists. */

const WORDS = "Led the rollback of the payments deploy & wrote up <what> we learnt";
const LONG = "Rebuilt it piece by piece. ".repeat(500).trim();

type Situation = (bench: Bench, gesture: WinGesture) => Promise<void>;

const situations: Readonly<Record<string, Situation>> = {
  async ok(bench, gesture) {
    await gesture.hand(bench, MAYA, WORDS);
    await expectOneWinWithReceipt(bench, gesture);
  },

  async retry(bench, gesture) {
    await gesture.hand(bench, MAYA, WORDS);
    const response = await bench.redeliver();

    expect(response.status).toBe(200);
    await expectOneWinWithReceipt(bench, gesture);
  },

  async double(bench, gesture) {
    await gesture.hand(bench, MAYA, WORDS);
    await gesture.again(bench, MAYA, WORDS);
    await expectOneWinWithReceipt(bench, gesture);
  },

  async "too long"(bench, gesture) {
    await gesture.hand(bench, MAYA, LONG);

    expect(await bench.wins(MAYA)).toEqual([]);
    const seen = bench.seen(MAYA);
    expect(seen).toContain("13,499 characters");
    if (gesture.kind === "form") {
      // The form stays open with everything in it.
      expect(bench.modal(MAYA).errors["text-1"]).toContain("a win holds 12,000");
    } else {
      await bench.press(MAYA, "Split into 2 wins");
      await bench.workspace.slack.idle();
      const wins = await bench.wins(MAYA);
      expect(wins).toHaveLength(2);
      expect(
        wins
          .map(({ text }) => text)
          .toReversed()
          .join(" "),
      ).toBe(LONG);
    }
  },

  async guest(bench, gesture) {
    await expectNothingKept(bench, gesture, LENA_GUEST);
    // Known by now: the second time nothing is written down at all.
    await expectNothingKept(bench, gesture, LENA_GUEST);
  },

  async stranger(bench, gesture) {
    await expectNothingKept(bench, gesture, PRIYA_STRANGER);
  },

  async expired(bench, gesture) {
    if (gesture.kind !== "form") {
      // No trigger is needed. What can be over by then is the address that the receipt's buttons answer to: they still do what they say.
      await gesture.hand(bench, MAYA, WORDS);
      await expectOneWinWithReceipt(bench, gesture);
      bench.workspace.slack.setFaults({ serverError: 404, methods: ["response_url"] });
      await bench.press(MAYA, "Undo");
      await expect.poll(() => bench.wins(MAYA)).toEqual([]);
      return;
    }
    // The trigger is no longer good: no form opens, a sentence says so, and nothing is half saved.
    await gesture.hand(bench, MAYA, WORDS);
    bench.workspace.slack.reset();
    await bench.workspace.slack.idle();
    // The playground's Reset empties the database too.
    await expect.poll(() => bench.wins(MAYA)).toEqual([]);
    bench.workspace.slack.setFaults({ serverError: 500, methods: ["views.open"] });
    await gesture.hand(bench, MAYA, `${WORDS} again`);
    await bench.workspace.slack.idle();
    expect(await bench.wins(MAYA)).toEqual([]);
    expect(bench.workspace.slack.state(MAYA).modals).toEqual([]);
    if (gesture.name !== "Home") await expect.poll(() => bench.seen(MAYA)).toContain("The form did not open");
  },

  async "database locked"(bench, gesture) {
    const unlock = bench.lock();
    await gesture.hand(bench, MAYA, WORDS);

    if (gesture.kind === "command") {
      expect(bench.seen(MAYA)).toContain("not saved yet");
      expect(bench.lastShown(MAYA).text).toContain("Led the rollback");
      unlock();
      await bench.press(MAYA, "Try again");
    } else if (gesture.kind === "form") {
      expect(bench.modal(MAYA).errors["text-1"]).toContain("Nothing is lost");
      unlock();
      await bench.submit(MAYA, { "text-1": WORDS });
    } else {
      unlock();
      // Slack brings the event again.
      await bench.workspace.slack.retryNow();
    }
    await expectOneWinWithReceipt(bench, gesture);
  },
};

async function expectOneWinWithReceipt(bench: Bench, gesture: WinGesture): Promise<void> {
  const wins = await bench.wins(MAYA);
  const { origin } = gesture;
  const nothingMore = { outcome: null, note: null, people: [], links: [], filings: [], shares: [], deletedAt: null };
  expect(wins).toEqual([expect.objectContaining({ text: WORDS, origin, editedAt: null, ...nothingMore })]);
  expect(wins[0]?.happenedOn).toBe(wins[0]?.createdAt.slice(0, 10));

  const { slack } = bench.workspace;
  const look = () => slack.state(MAYA).modals.at(-1) ?? bench.lastShown(MAYA);
  await expect.poll(() => JSON.stringify(look().blocks)).toContain("Only you can see this");
  const shown = look();
  const labels = buttonsOf(shown.blocks).map(({ label }) => label);

  expect(JSON.stringify(shown.blocks)).toContain("wrote up <what> we learnt");
  expect(labels).toEqual(expect.arrayContaining(["Undo", "Edit", "Add criteria"]));
  expect(findLive({ blocks: shown.blocks, ...("text" in shown ? { text: shown.text } : {}) })).toEqual([]);
  for (const { breaches } of slack.journal()) expect(breaches).toEqual([]);
}

async function expectNothingKept(bench: Bench, gesture: WinGesture, user: string): Promise<void> {
  const { slack } = bench.workspace;

  await gesture.ready?.(bench, user);
  await gesture.hand(bench, user, "Wrote the migration guide and walked two teams through it");
  await expect.poll(() => bench.wins(user)).toEqual([]);
  await slack.idle();
  await expect.poll(() => bench.seen(user)).toMatch(/stores nothing (of theirs|of yours|for you)/);
  const found = slack.journal().some(({ request }) => JSON.stringify(request).includes("migration guide"));
  expect(found || gesture.kind === "form").toBe(true);
}

describe.each(gestures.map((gesture) => [gesture.name, gesture] as const))("%s", (_, gesture) => {
  test.each(Object.keys(situations))("%s", async (name) => {
    const situation = situations[name];
    await using bench = await openBench();
    await gesture.ready?.(bench, MAYA);

    await situation?.(bench, gesture);
  });
});
