import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIds } from "../../src/catalogue/criterion-id.ts";
import { type CriterionPlaceText, matchCriteria, type SeenCriterion } from "../../src/catalogue/match-criteria.ts";

/** Expected ids: those of before, or "new". In `gone`, criteria of after are given by their position. */
interface Fixture {
  readonly story: string;
  readonly before: readonly (CriterionPlaceText & { readonly id: string; readonly retired?: boolean })[];
  readonly after: readonly (CriterionPlaceText & { readonly pinnedId?: string })[];
  readonly ids: readonly string[];
  readonly gone: readonly {
    readonly id: string;
    readonly fate: string;
    readonly successor: number | null;
  }[];
}

const folder = "test/fixtures/criterion-ids";

test.for(readdirSync(folder))("%s", (file) => {
  const fixture = JSON.parse(readFileSync(join(folder, file), "utf8")) as Fixture;
  const before = fixture.before.map((known) => ({ retired: false, ...known }));

  const found = matchCriteria(before, toSeen(fixture.after));
  const expectedIds = fixture.ids.map((id, index) => (id === "new" ? `first-${index}` : id));

  expect(found.ids, fixture.story).toEqual(expectedIds);
  expect(found.gone).toEqual(
    fixture.gone.map(({ id, fate, successor }) => ({
      id,
      fate,
      successor: successor === null ? null : expectedIds[successor],
    })),
  );
});

test("new words never get an id that means something else already", () => {
  const before = [{ id: "first-0", framework: "/a", topic: "t", level: 1, text: "Runs incidents", retired: true }];
  const after = toSeen([{ framework: "/a", topic: "t", level: 1, text: "Writes tests" }]);

  const { ids } = matchCriteria(before, after, new Set(["first-1"]));

  expect(ids[0]).toMatch(/^[0-9a-z]{10}$/);
  expect(matchCriteria(before, after, new Set(["first-1"])).ids).toEqual(ids);
  expect(matchCriteria(before, after, new Set(ids)).ids).not.toEqual(ids);
});

const words = [
  "writes",
  "tests",
  "reviews",
  "designs",
  "with",
  "help",
  "incidents",
  "runs",
  "the",
  "team",
  "mentors",
  "API",
];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(" "));
const place = fc.record({
  framework: fc.constantFrom("/a", "/b", "/generic"),
  topic: fc.constantFrom("mastery", "communication"),
  level: fc.integer({ min: 1, max: 3 }),
});
const criterion = fc.tuple(place, sentence).map(([where, text]): CriterionPlaceText => ({ ...where, text }));

type Edit = (list: CriterionPlaceText[]) => CriterionPlaceText[];
const at = fc.nat({ max: 100 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, sentence).map(
    ([n, text]): Edit =>
      (list) =>
        change(list, n, (one) => ({ ...one, text })),
  ),
  fc.tuple(at, fc.constantFrom(...words)).map(
    ([n, word]): Edit =>
      (list) =>
        change(list, n, (one) => ({ ...one, text: `${one.text} ${word}` })),
  ),
  fc.tuple(at, place).map(
    ([n, where]): Edit =>
      (list) =>
        change(list, n, (one) => ({ ...one, ...where })),
  ),
  at.map(
    (n): Edit =>
      (list) =>
        list.toSpliced(n % (list.length + 1), 1),
  ),
  criterion.map(
    (one): Edit =>
      (list) => [...list, one],
  ),
  fc.constant<Edit>((list) => list.toReversed()),
  fc.constant<Edit>((list) =>
    list.map((one) => ({ ...one, framework: one.framework === "/a" ? "/c" : one.framework })),
  ),
);

test("no edit orphans evidence silently: every id is still there or is reported as gone, and none is given twice", () => {
  fc.assert(
    fc.property(fc.array(criterion, { maxLength: 25 }), fc.array(edit, { maxLength: 8 }), (list, edits) => {
      const first = matchCriteria([], toSeen(list));
      const before = list.map((one, index) => ({ ...one, id: first.ids[index] ?? "", retired: false }));
      const after = edits.reduce((some, change) => change(some), list);

      const { ids, gone, matches } = matchCriteria(before, toSeen(after, "again"));

      const present = new Set(ids);
      const reported = new Set(gone.map(({ id }) => id));
      expect(present.size).toBe(after.length);
      expect(before.map(({ id }) => id).filter((id) => present.has(id) === reported.has(id))).toEqual([]);
      expect(gone.flatMap(({ successor }) => successor ?? []).filter((id) => !present.has(id))).toEqual([]);
      expect(matches.filter((match) => match === "new")).toHaveLength(
        ids.filter((id) => id.startsWith("again")).length,
      );
    }),
    { numRuns: 400 },
  );
});

test("that nearly all is found by its first id changes nothing about the rest", () => {
  const unique = fc.uniqueArray(criterion, { maxLength: 25, selector: ({ text }) => text });
  fc.assert(
    fc.property(unique, fc.array(edit, { maxLength: 8 }), (list, edits) => {
      const before = withFirstIds(list).map((seen) => ({ ...seen, id: seen.firstId, retired: false }));
      const after = edits.reduce((some, change) => change(some), list);
      fc.pre(new Set(after.map(({ text }) => text)).size === after.length);

      const told = matchCriteria(before, withFirstIds(after));
      const untold = matchCriteria(before, toSeen(after, "again"));

      expect(told.matches).toEqual(untold.matches);
      expect(told.ids.map((id, index) => (told.matches[index] === "new" ? `again-${index}` : id))).toEqual(untold.ids);
      expect(told.gone.map(({ id, fate }) => [id, fate])).toEqual(untold.gone.map(({ id, fate }) => [id, fate]));
    }),
    { numRuns: 400 },
  );
});

test("one of two twins that goes, and one that was gone, are told apart by those that are there", () => {
  const [first, second] = withFirstIds([twin, { ...twin }]);
  const before = [first, second].map((seen) => ({ ...twin, id: seen?.firstId ?? "", retired: seen === first }));

  const { ids, gone } = matchCriteria(before, withFirstIds([twin]));

  expect(ids).toEqual([second?.firstId]);
  expect(gone).toEqual([]);
});

test("what was not edited keeps its id, in any order, and a second look changes nothing", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(criterion, { maxLength: 25, selector: ({ text }) => text }),
      fc.infiniteStream(fc.nat()),
      (list, order) => {
        const before = list.map((one, index) => ({ ...one, id: `id-${index}`, retired: false }));
        const shuffled = before.toSorted(() => ((order.next().value ?? 0) % 3) - 1);

        const { ids, gone } = matchCriteria(before, toSeen(shuffled));

        expect(ids).toEqual(shuffled.map(({ id }) => id));
        expect(gone).toEqual([]);
      },
    ),
  );
});

const twin = { framework: "/a", topic: "mastery", level: 1, text: "Writes tests" };

/** As they are read from files: ids of place and words. */
function withFirstIds(list: readonly CriterionPlaceText[]): SeenCriterion[] {
  const ids = new Map<CriterionPlaceText, string>();
  for (const [framework, some] of Map.groupBy(list, (one) => one.framework)) {
    for (const [index, id] of firstIds(framework, some).entries()) {
      const one = some[index];
      if (one !== undefined) ids.set(one, id);
    }
  }
  return list.map((one) => ({ ...one, pinnedId: null, firstId: ids.get(one) ?? "" }));
}

function toSeen(
  list: readonly (CriterionPlaceText & { readonly pinnedId?: string })[],
  first = "first",
): SeenCriterion[] {
  return list.map(({ framework, topic, level, text, pinnedId = null }, index) => ({
    framework,
    topic,
    level,
    text,
    pinnedId,
    firstId: `${first}-${index}`,
  }));
}

function change(list: CriterionPlaceText[], n: number, how: (one: CriterionPlaceText) => CriterionPlaceText) {
  return list.map((one, index) => (index === n % list.length ? how(one) : one));
}
