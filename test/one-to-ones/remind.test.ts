import { expect, test } from "vitest";
import type { Claim, PlanKind } from "../../src/nudges/plan.ts";
import { usualHours } from "../../src/nudges/time/working-hours.ts";
import { planMeeting } from "../../src/one-to-ones/plans.ts";
import { type RemindParts, remind } from "../../src/one-to-ones/remind.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import { ada, createTestStore, newTerms, type TestStore } from "../store/store-kit.ts";

const at = Date.parse("2026-03-10T14:00:00Z");

function partsOf({ log, oneToOnes, database, clock }: TestStore): RemindParts {
  return {
    log,
    book: oneToOnes,
    plans: createSqlNudgeBook(database),
    catalogue: () => ({ frameworks: [], version: "" }) as never,
    now: () => clock.now().getTime(),
    standing: async () => ({ standing: "member", deactivated: false, tz: "Europe/London" }),
    away: async () => false,
  };
}

function claim(kind: PlanKind, about: string): Claim {
  return {
    id: "c",
    owner: ada,
    planId: `${kind}-${about}`,
    kind,
    about,
    occurrence: "o",
    slot: { day: "2026-03-10", week: "2026-W11", at },
    window: { from: at - 3_600_000, until: at },
    place: { zone: "Europe/London", hours: usualHours },
    channel: null,
    attempt: 0,
    lookups: 0,
    claimedAt: at,
  };
}

test("what became of a turn since it was claimed decides whether its reminder goes out", async () => {
  await using store = await createTestStore();
  const parts = partsOf(store);
  const { id } = await store.oneToOnes.create(ada, newTerms(), "meeting");
  const said = async (kind: PlanKind) => {
    const reminder = await remind(parts, claim(kind, id));
    return "reason" in reminder ? reminder.reason : reminder.kind;
  };

  expect(await said("preparation")).toBe("preparation");
  expect(await said("follow-up")).toBe("follow-up");
  await store.oneToOnes.noteTurn(ada, id, "2026-03-10", { agreed: "The plan" });
  expect(await said("follow-up")).toBe("written-already");
  await store.oneToOnes.noteTurn(ada, id, "2026-03-10", { skipped: true });
  expect(await said("preparation")).toBe("skipped");
  await store.oneToOnes.noteTurn(ada, id, "2026-03-10", {
    skipped: false,
    moved: { day: "2026-03-11", time: "09:00" },
  });
  expect(await said("preparation")).toBe("moved");
  await store.oneToOnes.change(ada, id, { pausedUntil: "2026-03-20" });
  expect(await said("preparation")).toBe("paused");
  await store.oneToOnes.remove(ada, id);
  expect(await said("preparation")).toBe("removed");
});

test("a 1:1 that is gone takes none of the person's other reminders with it", async () => {
  await using store = await createTestStore();
  const parts = partsOf(store);
  const gone = await store.oneToOnes.create(ada, newTerms(), "gone");
  const other = await store.oneToOnes.create(ada, newTerms(), "other");
  for (const one of [gone, other]) await planMeeting(parts, ada, one);
  await store.oneToOnes.remove(ada, gone.id);

  const reminder = await remind(parts, { ...claim("preparation", gone.id), planId: `preparation-${gone.id}` });

  expect(reminder).toEqual({ kind: "skip", reason: "removed" });
  const states = (await parts.plans.plans(ada)).map(({ id, state, reason }) => `${id} ${state} ${reason}`);
  expect(states).toEqual(
    expect.arrayContaining([`preparation-${gone.id} off removed`, `preparation-${other.id} on null`]),
  );
});

test.for([
  [{ standing: "guest", deactivated: false, tz: null }, "guest"],
  [{ standing: "stranger", deactivated: false, tz: null }, "stranger"],
  [{ standing: "member", deactivated: true, tz: null }, "deactivated"],
] as const)("somebody who is %o is not reminded again", async ([person, reason]) => {
  await using store = await createTestStore();
  const { id } = await store.oneToOnes.create(ada, newTerms(), "meeting");
  const parts = { ...partsOf(store), standing: async () => person };

  for (const kind of ["preparation", "follow-up", "nudge"] as const) {
    expect(await remind(parts, claim(kind, id))).toEqual({ kind: "stop", reason });
  }
});
