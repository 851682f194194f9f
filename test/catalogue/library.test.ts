import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLibrary, type ReloadOutcome } from "../../src/catalogue/library.ts";
import { loadCatalogue } from "../../src/catalogue/load.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "progression-library-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const quiet = { watch: false, pollMs: 0 } as const;

function save(file: string, criterion: string, path = `/${file.replace(".md", "")}`): void {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(
    join(folder, file),
    `---\npath: "${path}"\ntitle: "T"\nyaml: true\nlevels: 1\ntopics:\n  - name: "c"\n    title: "C"\n    content:\n      - level: 1\n        criteria:\n          - ${criterion}\n---\n`,
  );
}

const texts = ({ catalogue }: Pick<ReloadOutcome, "catalogue">): string[] =>
  catalogue.frameworks.map(({ path, topics }) => `${path} ${topics[0]?.levels[0]?.criteria[0]?.text}`);

test("at start the good files load and the broken ones are reported", async () => {
  save("good.md", '"A"');
  save("bad.md", "A: b");
  await using library = await createLibrary(folder, quiet);
  expect(texts({ catalogue: library.current() })).toEqual(["/good A"]);
  expect(library.problems().map(({ file, code }) => [file, code])).toEqual([["bad.md", "criterion-object"]]);
  expect(library.held()).toMatchObject([{ file: "bad.md", inService: false }]);
});

test("a broken edit keeps the last good version, is told once per version, and ends when it is mended", async () => {
  save("web.md", '"A"');
  const told: ReloadOutcome[] = [];
  await using library = await createLibrary(folder, { ...quiet, onReload: (outcome) => told.push(outcome) });
  save("web.md", "A: b");
  const broken = await library.reload();
  expect(texts(broken)).toEqual(["/web A"]);
  expect(broken).toMatchObject({ changed: false, held: [{ file: "web.md", inService: true }] });
  expect((await library.reload()).held[0]?.brokenVersion).toBe(broken.held[0]?.brokenVersion);
  expect(told).toHaveLength(1);
  save("web.md", "A: c");
  expect((await library.reload()).held[0]?.brokenVersion).not.toBe(broken.held[0]?.brokenVersion);
  save("web.md", '"B"');
  const mended = await library.reload();
  expect(texts(mended)).toEqual(["/web B"]);
  expect(mended).toMatchObject({ changed: true, held: [], problems: [] });
  expect(told).toHaveLength(3);
});

test("a file that is saved while the watch is being set up is read too", async () => {
  save("web.md", '"A"');
  await using library = await createLibrary(folder, { pollMs: 0 });
  save("web.md", '"B"');
  await expect.poll(() => texts({ catalogue: library.current() }), { timeout: 5_000 }).toEqual(["/web B"]);
});

test("a broken file does not hold back the others, and a removed one leaves", async () => {
  save("a.md", '"A"');
  save("b.md", '"B"');
  await using library = await createLibrary(folder, quiet);
  save("a.md", "A: b");
  save("c.md", '"C"');
  rmSync(join(folder, "b.md"));
  expect(texts(await library.reload())).toEqual(["/a A", "/c C"]);
});

test("a file that claims a path in service waits, whatever its name", async () => {
  save("web.md", '"A"');
  await using library = await createLibrary(folder, quiet);
  save("a copy.md", '"B"', "/web");
  const outcome = await library.reload();
  expect(texts(outcome)).toEqual(["/web A"]);
  expect(outcome.held).toMatchObject([{ file: "a copy.md", inService: false, problems: [{ code: "duplicate-path" }] }]);
});

test("a file that changes its path to one in service keeps its last good version", async () => {
  save("a.md", '"A"');
  save("b.md", '"B"');
  await using library = await createLibrary(folder, quiet);
  save("a.md", '"A2"', "/b");
  const outcome = await library.reload();
  expect(texts(outcome)).toEqual(["/a A", "/b B"]);
  expect(outcome.held).toMatchObject([{ file: "a.md", inService: true }]);
});

test("when the folder vanishes or empties, the last catalogue is still served and the loss is said", async () => {
  save("web.md", '"A"');
  await using library = await createLibrary(folder, quiet);
  renameSync(folder, `${folder}-away`);
  const lost = await library.reload();
  expect(texts(lost)).toEqual(["/web A"]);
  expect(lost).toMatchObject({ folderLost: true, problems: [{ code: "folder-missing" }] });
  mkdirSync(folder);
  expect(await library.reload()).toMatchObject({ folderLost: true, problems: [{ code: "folder-empty" }] });
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-away`, folder);
  expect(await library.reload()).toMatchObject({ folderLost: false, changed: false, problems: [] });
});

test("a file that is renamed while it is broken keeps its last good version", async () => {
  save("web.md", '"A"');
  await using library = await createLibrary(folder, quiet);
  save("web.md", "A: b");
  await library.reload();
  renameSync(join(folder, "web.md"), join(folder, "browser.md"));
  const outcome = await library.reload();
  expect(texts(outcome)).toEqual(["/web A"]);
  expect(outcome.held).toMatchObject([{ file: "browser.md", inService: true }]);
  expect(texts(await library.reload())).toEqual(["/web A"]);
  rmSync(join(folder, "browser.md"));
  save("ops.md", '"O"');
  expect(texts(await library.reload())).toEqual(["/ops O"]);
});

test("a README does not stand for the frameworks beside it: when they are all gone, that is a loss", async () => {
  save("web.md", '"A"');
  writeFileSync(join(folder, "README.md"), "# Frameworks\n");
  await using library = await createLibrary(folder, quiet);
  rmSync(join(folder, "web.md"));
  const lost = await library.reload();
  expect(texts(lost)).toEqual(["/web A"]);
  expect(lost).toMatchObject({ folderLost: true, problems: [{ code: "folder-empty" }] });
  expect((await loadCatalogue(folder)).problems.map(({ code }) => code)).toEqual(["folder-empty", "no-front-matter"]);
});

test("a framework that is emptied, or whose first line is pushed down, is broken and not gone", async () => {
  save("web.md", '"A"');
  save("ops.md", '"O"');
  await using library = await createLibrary(folder, quiet);
  const path = join(folder, "web.md");
  const good = readFileSync(path, "utf8");
  for (const text of ["", ` ${good}`, good.slice(0, 40)]) {
    writeFileSync(path, text);
    const outcome = await library.reload();
    expect(texts(outcome)).toEqual(["/ops O", "/web A"]);
    expect(outcome.held).toMatchObject([{ file: "web.md", inService: true }]);
  }
  writeFileSync(path, good);
  expect(await library.reload()).toMatchObject({ changed: false, held: [], problems: [] });
});

test("when every file is emptied at once, as by a full disk, all of them stay in service", async () => {
  save("web.md", '"A"');
  save("ops.md", '"O"');
  await using library = await createLibrary(folder, quiet);
  for (const file of ["web.md", "ops.md"]) writeFileSync(join(folder, file), "");
  const outcome = await library.reload();
  expect(texts(outcome)).toEqual(["/ops O", "/web A"]);
  expect(outcome.held).toHaveLength(2);
});

test("a link that leads nowhere, or out of the folder, keeps what its file or its folder said before", async () => {
  save("teams/web.md", '"A"', "/web");
  save("ops.md", '"O"');
  const away = mkdtempSync(join(tmpdir(), "progression-away-"));
  try {
    writeFileSync(join(away, "ops.md"), "---\n");
    await using library = await createLibrary(folder, quiet);
    for (const [teams, ops] of [
      ["nowhere", "nowhere.md"],
      [away, join(away, "ops.md")],
    ] as const) {
      for (const name of ["teams", "ops.md"]) rmSync(join(folder, name), { recursive: true });
      symlinkSync(teams, join(folder, "teams"));
      symlinkSync(ops, join(folder, "ops.md"));
      const outcome = await library.reload();
      expect(texts(outcome)).toEqual(["/ops O", "/web A"]);
      expect(outcome.held).toMatchObject([
        { file: "ops.md", inService: true },
        { file: "teams/web.md", inService: true },
      ]);
    }
    rmSync(join(folder, "teams"));
    save("teams/web.md", '"B"', "/web");
    expect(texts(await library.reload())).toEqual(["/ops O", "/web B"]);
  } finally {
    rmSync(away, { recursive: true, force: true });
  }
});

test("an unchanged folder keeps the very same catalogue, and calls in between share one reading", async () => {
  save("web.md", '"A"');
  await using library = await createLibrary(folder, quiet);
  const before = library.current();
  const running = library.reload();
  const [second, third] = [library.reload(), library.reload()];
  expect(second).toBe(third);
  expect((await running).catalogue).toBe(before);
  expect((await second).catalogue).toBe(before);
});

test("the folder is watched: a saved file arrives by itself", async () => {
  save("web.md", '"A"');
  const { promise, resolve } = Promise.withResolvers<ReloadOutcome>();
  await using library = await createLibrary(folder, { pollMs: 100, onReload: resolve });
  save("web.md", '"B"');
  expect(texts(await promise)).toEqual(["/web B"]);
  expect(library.current().frameworks).toHaveLength(1);
});

test("links inside the folder are followed once, and a link to its own parent ends", async () => {
  save("versions/1/web.md", '"A"', "/web");
  symlinkSync("versions/1", join(folder, "current"));
  symlinkSync("..", join(folder, "versions", "up"));
  const { catalogue, problems } = await loadCatalogue(folder);
  expect(catalogue.frameworks.map(({ path }) => path)).toEqual(["/web"]);
  expect(problems).toEqual([]);
});
