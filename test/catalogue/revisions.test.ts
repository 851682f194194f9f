import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gently } from "../../src/catalogue/breath.ts";
import { loadCatalogue } from "../../src/catalogue/load.ts";
import type { SeenCriterion } from "../../src/catalogue/match-criteria.ts";
import { seenInSteps } from "../../src/catalogue/stored-ids.ts";
import { type CriterionIds, syncCriteria } from "../../src/store/sync-criteria.ts";
import { createTestStore, start, type TestStore } from "../store/store-kit.ts";
import { type Edit, revise } from "./revise.ts";

/**
 * The published framework through twelve revisions, one after the other, as an author would make them: written to a folder, read from it,
 * and matched by the database as the bot does. What a revision does not name keeps its id.
 */
interface Revision {
  readonly story: string;
  readonly edits: readonly Edit[];
  /** The file's new name. */
  readonly file?: string;
  /** Words of before, and the words that have their id now. */
  readonly kept: readonly (readonly [before: string, now: string])[];
  readonly new: readonly string[];
  readonly gone: readonly {
    readonly text: string;
    readonly fate: string;
    readonly successor: string | null;
  }[];
}

interface Reading {
  readonly seen: readonly SeenCriterion[];
  readonly found: CriterionIds;
  /** By words; criteria with the same words in several places in the order of the files. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

const fixtures = "test/fixtures/revisions";
const names = readdirSync(fixtures).toSorted();
const readings = new Map<string, { readonly before: Reading; readonly after: Reading; readonly revision: Revision }>();
/** Every id that there ever was, by the words that it had last. */
const everyId = new Map<string, string>();
let store: TestStore;
let last: Reading;

async function read(folder: string): Promise<Reading> {
  const { catalogue, problems } = await loadCatalogue(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const seen = await gently(seenInSteps(catalogue));
  const found = await syncCriteria(store.database, seen, start);
  const ids = Map.groupBy(
    seen.map(({ text }, index) => ({ text, id: found.ids[index] ?? "" })),
    ({ text }) => text,
  );
  for (const [text, some] of ids) for (const { id } of some) everyId.set(id, text);
  return { seen, found, ids: new Map([...ids].map(([text, some]) => [text, some.map(({ id }) => id)])) };
}

beforeAll(async () => {
  store = await createTestStore();
  const folder = mkdtempSync(join(tmpdir(), "progression-revisions-"));
  let file = "engineering/backend.md";
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  try {
    for (const name of ["generic.md", file]) write(name, readFileSync(join("frameworks", name), "utf8"));
    let before = await read(folder);
    for (const name of names) {
      const revision = JSON.parse(readFileSync(join(fixtures, name), "utf8")) as Revision;
      const text = revision.edits.reduce(revise, readFileSync(join(folder, file), "utf8"));
      if (revision.file !== undefined) rmSync(join(folder, file));
      file = revision.file ?? file;
      write(file, text);
      const after = await read(folder);
      readings.set(name, { before, after, revision });
      before = after;
    }
    last = before;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
afterAll(() => store[Symbol.asyncDispose]());

describe.each(names)("%s", (name) => {
  const reading = () => readings.get(name) ?? expect.unreachable(`${name} was not read`);

  test("keeps, gives and retires the ids that it should", () => {
    const { before, after, revision } = reading();
    const gone = new Set(revision.gone.map(({ text }) => text));
    const nowOf = new Map(revision.kept);
    const returned = revision.kept.filter(([text]) => !before.ids.has(text));

    const expected = new Map(
      [...before.ids].flatMap(([text, ids]) => (gone.has(text) ? [] : [[nowOf.get(text) ?? text, ids] as const])),
    );
    for (const [text, now] of returned) {
      expected.set(
        now,
        [...everyId].filter(([, words]) => words === text).map(([id]) => id),
      );
    }
    const found = new Map([...after.ids].filter(([text]) => !revision.new.includes(text)));

    expect(sorted(found), revision.story).toEqual(sorted(expected));
    for (const text of revision.new) {
      expect(before.found.ids, text).not.toContain(after.ids.get(text)?.[0]);
    }
  });

  test("says of every criterion that is gone what became of it", () => {
    const { before, after, revision } = reading();
    const idNow = (text: string) => after.ids.get(text)?.[0];

    expect(after.found.gone.toSorted(byId)).toEqual(
      revision.gone
        .map(({ text, fate, successor }) => ({
          id: before.ids.get(text)?.[0] ?? "",
          fate,
          successor: successor === null ? null : idNow(successor),
        }))
        .toSorted(byId),
    );
  });
});

test("after all of them every id that was ever given is there, or leads to one that is, or is known to be removed", () => {
  const removed = [...readings.values()].flatMap(({ before, revision }) =>
    revision.gone.filter(({ fate }) => fate === "removed").map(({ text }) => before.ids.get(text)?.[0]),
  );
  const lost = [...everyId.keys()].filter((id) => !last.found.ids.includes(id) && !last.found.aliases.has(id));

  expect(lost.filter((id) => !removed.includes(id))).toEqual([]);
  expect(lost).toHaveLength(3);
});

function sorted(ids: ReadonlyMap<string, readonly string[]>): [string, readonly string[]][] {
  return [...ids].map(([text, some]): [string, readonly string[]] => [text, some.toSorted()]).toSorted();
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
