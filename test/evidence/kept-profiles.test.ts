import { expect, test } from "vitest";
import type { EvidenceLog } from "../../src/evidence/evidence-log.ts";
import { keepProfiles } from "../../src/evidence/kept-profiles.ts";
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
  const log = keepProfiles(counting);
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
  const log = keepProfiles(store.log);

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
  const log = keepProfiles({
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
  const log = keepProfiles(counting, 2);

  for (const owner of [ada, grace, namesake]) await log.profile(owner);
  await log.profile(namesake);
  expect(asked.times).toBe(3);
  await log.profile(ada);
  expect(asked.times).toBe(4);
});
