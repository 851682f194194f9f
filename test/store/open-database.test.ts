import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { migrations } from "../../src/store/migrations/index.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { ada, createFolder, createTestStore, newGesture, newWin, start } from "./store-kit.ts";

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("what was saved is on disk before the promise resolves: full sync, also after writing and after opening again", async () => {
  using folder = createFolder();
  const path = join(folder.path, "progression.db");

  for (const round of [1, 2]) {
    await using database = await openDatabase(`sqlite:${path}`);
    await createSqlEvidenceLog(database, { now: () => start }).save(ada, newWin(`Round ${round}`), newGesture());
    const read = async (name: string) =>
      Object.values(
        (await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(database.queries)).rows[0] ?? {},
      )[0];

    expect(await read("journal_mode")).toBe("wal");
    expect(await read("synchronous")).toBe(2);
    expect(await read("foreign_keys")).toBe(1);
    expect(await read("secure_delete")).toBe(1);
    expect(await read("busy_timeout")).toBe(5);
  }
});

test("folder and files are for this account alone", async () => {
  await using store = await createTestStore({ onDisk: true });
  await store.log.save(ada, newWin("Secret"), newGesture());
  const folder = join(store.path, "..");

  expect(mode(folder)).toBe("700");
  expect(
    readdirSync(folder)
      .map((name) => `${name} ${mode(join(folder, name))}`)
      .sort(),
  ).toEqual(["progression.db 600", "progression.db-shm 600", "progression.db-wal 600", "progression.db.lock 600"]);
});

test("a folder that was there with wider rights is tightened, one that is shared is left alone", async () => {
  using folder = createFolder();
  mkdirSync(join(folder.path, "data"), { mode: 0o755 });
  await using _database = await openDatabase(`sqlite:${join(folder.path, "data", "progression.db")}`);

  expect(mode(join(folder.path, "data"))).toBe("700");
});

test("a second opening of the same file is refused with a sentence, and allowed once the first is closed", async () => {
  using folder = createFolder();
  const url = `sqlite:${join(folder.path, "progression.db")}`;
  const first = await openDatabase(url);

  await expect(openDatabase(url)).rejects.toThrow(/is in use by another process/);
  await first.close();
  const second = await openDatabase(url);
  await second.close();
});

test("a database that cannot be used is refused with a sentence for the operator", async () => {
  using folder = createFolder();
  const at = (name: string) => join(folder.path, name);
  writeFileSync(at("junk.db"), "this is not a database, whatever its name says".repeat(100));
  writeFileSync(at("file"), "");
  mkdirSync(at("folder.db"));

  const cases: readonly (readonly [string, RegExp])[] = [
    ["postgres://localhost/progression", /Postgres, which is not built yet/],
    ["postgresql://localhost/progression", /Postgres, which is not built yet/],
    ["mysql://localhost", /begins with sqlite:/],
    ["sqlite:", /begins with sqlite:/],
    [`sqlite:${at("junk.db")}`, /is not a database of this program/],
    [`sqlite:${at("file")}/sub/progression.db`, /folder of .* cannot be made/],
    [`sqlite:${at("folder.db")}`, /is a folder/],
    ["sqlite:/proc/progression.db", /cannot be written|cannot be made/],
    ["sqlite:/proc/folder/progression.db", /cannot be written|cannot be made/],
  ];

  for (const [url, sentence] of cases) {
    const error = await openDatabase(url).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error, url).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toMatch(sentence);
  }
});

test("a file of somebody else's is left as it is, with nothing beside it", async () => {
  using folder = createFolder();
  const path = join(folder.path, "notes.md");
  writeFileSync(path, "Notes", { mode: 0o644 });

  await expect(openDatabase(`sqlite:${path}`)).rejects.toThrow(/is not a database of this program/);
  expect(mode(path)).toBe("644");
  expect(readdirSync(folder.path)).toEqual(["notes.md"]);
});

test("a missing folder is made, with every folder above it", async () => {
  using folder = createFolder();
  await using _database = await openDatabase(`sqlite:${join(folder.path, "a", "b", "progression.db")}`);

  expect(mode(join(folder.path, "a", "b"))).toBe("700");
});

test("a database that a newer version has used is refused, naming both numbers", async () => {
  using folder = createFolder();
  const url = `sqlite:${join(folder.path, "progression.db")}`;
  const newer = { name: "next-add-nothing", up: async () => {} };
  await (await openDatabase(url, { migrations: [...migrations, newer] })).close();

  await expect(openDatabase(url)).rejects.toThrow(
    `The database has schema ${migrations.length + 1} and this version of the program knows schema ${migrations.length}.`,
  );
});

test("before the schema changes the database is copied; the copy holds the wins, is named, and expires after 30 days", async () => {
  using folder = createFolder();
  const path = join(folder.path, "progression.db");
  const url = `sqlite:${path}`;
  const now = () => start;
  {
    await using database = await openDatabase(url, { now });
    await createSqlEvidenceLog(database, { now }).save(ada, newWin("Kept"), newGesture());
    expect(database.copies()).toEqual([]);
  }

  const next = [...migrations, { name: "next-add-nothing", up: async () => {} }];
  await using database = await openDatabase(url, { now, migrations: next });

  const number = String(migrations.length + 1).padStart(4, "0");
  const copy = `${path}.before-${number}-2026-03-04T09-00-00Z`;
  expect(database.copies()).toEqual([{ file: copy, madeAt: start, expiresAt: new Date("2026-04-03T09:00:00.000Z") }]);
  expect(mode(copy)).toBe("600");
  using opened = closing(new SQLite(copy, { readonly: true }));
  expect(opened.file.prepare("select text from win").all()).toEqual([{ text: "Kept" }]);

  await database.settle(new Date("2026-04-03T08:59:59.000Z"));
  expect(database.copies()).toHaveLength(1);
  await database.settle(new Date("2026-04-03T09:00:00.000Z"));
  expect(database.copies()).toEqual([]);
});

test("a step of the schema that fails leaves nothing of itself", async () => {
  using folder = createFolder();
  const url = `sqlite:${join(folder.path, "progression.db")}`;
  const broken = {
    name: "next-break",
    up: async ({ schema }: Parameters<(typeof migrations)[number]["up"]>[0]) => {
      await schema.createTable("half").addColumn("id", "integer").execute();
      throw new Error("broken step");
    },
  };

  await expect(openDatabase(url, { migrations: [...migrations, broken] })).rejects.toThrow("broken step");
  await using database = await openDatabase(url);
  const { rows } = await sql`select name from sqlite_master where name = 'half'`.execute(database.queries);
  expect(rows).toEqual([]);
});

test("the schema is the one that was reviewed", async () => {
  await using store = await createTestStore();
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_master where sql is not null order by name
  `.execute(store.database.queries);
  const lines = rows.map(
    (row) => `${row.sql.replace(/, (?="\w+" (?:text|integer)|constraint)/g, ",\n  ").replace("(", "(\n  ")};\n`,
  );

  await expect(lines.join("\n")).toMatchFileSnapshot("schema.snap.sql");
  expect(rows.filter((row) => /^create table/i.test(row.sql) && !/\bstrict\b/i.test(row.sql))).toEqual([]);
});

test("the steps of the schema are numbered without a gap, and each is in the list", () => {
  const files = readdirSync("src/store/migrations")
    .filter((name) => /^\d/.test(name))
    .sort();

  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files);
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  for (const file of files) {
    expect(readFileSync(join("src/store/migrations", file), "utf8")).not.toMatch(/from "\.\.\//);
  }
});

function closing(file: SQLite.Database) {
  return { file, [Symbol.dispose]: () => void file.close() };
}
