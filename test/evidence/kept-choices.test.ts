import { expect, test } from "vitest";
import type { EvidenceLog } from "../../src/evidence/evidence-log.ts";
import { keepChoices } from "../../src/evidence/kept-choices.ts";
import { ada, createTestStore, grace, namesake } from "../store/store-kit.ts";

/** The log, and how often the database was asked for a profile. */
function counted(log: EvidenceLog) {
  const asked = { times: 0 };
  const counting: EvidenceLog = {
    ...log,
    profile: (owner) => {
      asked.times += 1;
      return log.profile(owner);
    },
  };
  return { counting, asked };
}

test("a profile is read once, and so is that somebody has none", async () => {
  await using store = await createTestStore();
  const { counting, asked } = counted(store.log);
  const log = keepChoices(counting);
  await log.saveProfile(ada, { framework: "/engineering/backend", level: 3 });

  for (let times = 0; times < 3; times += 1) {
    expect(await log.profile(ada)).toMatchObject({ framework: "/engineering/backend", level: 3 });
    expect(await log.profile(grace)).toBeUndefined();
    expect(await log.profile(namesake)).toBeUndefined();
  }
  expect(asked.times).toBe(3);
});

test("what was saved or erased shows at once", async () => {
  await using store = await createTestStore();
  const log = keepChoices(store.log);

  expect(await log.profile(ada)).toBeUndefined();
  await log.saveProfile(ada, { level: 2 });
  expect(await log.profile(ada)).toMatchObject({ level: 2 });
  await log.saveProfile(ada, { level: 4 });
  expect(await log.profile(ada)).toMatchObject({ level: 4 });
  await log.forget(ada);
  expect(await log.profile(ada)).toBeUndefined();
});

test("a reading that a saving overtook is not kept", async () => {
  await using store = await createTestStore();
  const overtaken = Promise.withResolvers<void>();
  let first = true;
  const log = keepChoices({
    ...store.log,
    async profile(owner) {
      const profile = await store.log.profile(owner);

      if (first) {
        first = false;
        await overtaken.promise;
      }
      return profile;
    },
  });
  const slow = log.profile(ada);

  await log.saveProfile(ada, { level: 5 });
  overtaken.resolve();
  await slow;
  expect(await log.profile(ada)).toMatchObject({ level: 5 });
});

test("no more are kept than were allowed", async () => {
  await using store = await createTestStore();
  const { counting, asked } = counted(store.log);
  const log = keepChoices(counting, 2);

  for (const owner of [ada, grace, namesake]) await log.profile(owner);
  await log.profile(namesake);
  expect(asked.times).toBe(3);
  await log.profile(ada);
  expect(asked.times).toBe(4);
});

test("focus areas are read once, and what was saved or erased shows at once", async () => {
  await using store = await createTestStore();
  let asked = 0;
  const log = keepChoices({
    ...store.log,
    focus: (owner) => {
      asked += 1;
      return store.log.focus(owner);
    },
  });
  const area = {
    kind: "topic",
    framework: "/engineering/backend",
    topic: "mastery",
    criterionId: null,
    wording: null,
    note: "until June",
  } as const;

  for (let times = 0; times < 3; times += 1) expect(await log.focus(ada)).toEqual([]);
  expect(asked).toBe(1);
  await log.saveFocus(ada, [area]);
  for (let times = 0; times < 3; times += 1) expect(await log.focus(ada)).toEqual([area]);
  expect(asked).toBe(2);
  expect(await log.focus(grace)).toEqual([]);
  await log.forget(ada);
  expect(await log.focus(ada)).toEqual([]);
});
