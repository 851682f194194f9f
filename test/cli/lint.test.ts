import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lint } from "../../src/cli/lint.ts";

const root = new URL("../../", import.meta.url).pathname;
const received = readFileSync(join(root, "test/fixtures/received/backend.md"));
const seed = readFileSync(join(root, "frameworks/engineering/backend.md"));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "progression-lint-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    env: { frameworksDir: folder },
  };
  return { code: await lint(args, io), ...said };
}

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const get = (name: string): Buffer => readFileSync(join(folder, name));

function damage(bytes: Uint8Array, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  return Buffer.from(Array.from(bytes, (byte) => decoder.decode(Uint8Array.of(byte))).join(""));
}

test("problems are grouped by file, with a last line that counts them, and an error exits 1", async () => {
  cpSync(join(root, "test/fixtures/frameworks/criterion-not-text/web.md"), join(folder, "web.md"));
  expect(await run()).toMatchInlineSnapshot(`
    {
      "code": 1,
      "err": "",
      "out": "web.md
      web.md:12  error  criterion-not-text
        “2024” is not a sentence.
        Put quotes around it if it is meant as text: "2024".
      web.md:15  error  criterion-not-text
        “[reads, writes]” is not a sentence.
        Put quotes around it if it is meant as text: "[reads, writes]".

    2 errors, 0 warnings, 0 notices in 1 file.
    ",
    }
  `);
});

test("a clean folder says so and exits 0", async () => {
  cpSync(join(root, "test/fixtures/frameworks/unreadable-file/web.md"), join(folder, "web.md"));
  expect(await run(folder)).toEqual({ code: 0, out: "No problems found.\n", err: "" });
});

test("warnings alone exit 0, and a single file can be named", async () => {
  put("web.md", Buffer.concat([Buffer.from("\ufeff"), seed]));
  const { code, out } = await run(join(folder, "web.md"), "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ code: "bom", severity: "warning", file: "web.md", line: 1 }]);
});

test("--json is one array with exactly these keys", async () => {
  put("web.md", received);
  const { code, out } = await run("--json");
  expect(code).toBe(1);
  const rows = JSON.parse(out) as object[];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(Object.keys(row)).toEqual(["code", "severity", "file", "line", "message", "hint"]);
});

test.for([[["nowhere"]], [["--fixx"]], [["a", "b"]]] as const)("%s is wrong use", async ([args]) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("Usage: lint");
});

test("--fix turns the framework as received into the framework, byte for byte, and keeps the file's mode", async () => {
  put("backend.md", received);
  chmodSync(join(folder, "backend.md"), 0o640);
  const { out } = await run("--fix");
  expect(get("backend.md").equals(seed)).toBe(true);
  expect(statSync(join(folder, "backend.md")).mode & 0o777).toBe(0o640);
  expect(out).toMatch(/^--- a\/backend.md\s+\+\+\+ b\/backend.md/m);
  expect(out).toContain('+title: "🛠️ Backend Engineering Framework"');
  expect(readdirSync(folder)).toEqual(["backend.md"]);
});

test.for([
  ["damaged as windows-1252", damage(seed, "windows-1252")],
  ["damaged twice", damage(damage(seed, "macintosh"), "windows-1252")],
  ["CR LF and a byte order mark together", Buffer.from(`\ufeff${seed.toString().replaceAll("\n", "\r\n")}`)],
  ["damaged, with CR LF", damage(Buffer.from(seed.toString().replaceAll("\n", "\r\n")), "macintosh")],
] as const)("--fix mends a file that is %s", async ([, bytes]) => {
  put("backend.md", bytes);
  await run("--fix");
  expect(get("backend.md").equals(seed)).toBe(true);
});

test("--fix mends the file that a link leads to, where it stands, and leaves the link", async () => {
  const windows = Buffer.from(seed.toString().replaceAll("\n", "\r\n"));
  mkdirSync(join(folder, "real"));
  put("real/backend.txt", windows);
  chmodSync(join(folder, "real/backend.txt"), 0o640);
  symlinkSync("real/backend.txt", join(folder, "backend.md"));
  await run(join(folder, "backend.md"), "--fix");
  expect(readlinkSync(join(folder, "backend.md"))).toBe("real/backend.txt");
  expect(get("real/backend.txt").equals(seed)).toBe(true);
  expect(statSync(join(folder, "real/backend.txt")).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(folder, "real"))).toEqual(["backend.txt"]);
});

test("--fix mends a file once that is linked to in its own folder", async () => {
  mkdirSync(join(folder, "real"));
  put("real/backend.md", received);
  symlinkSync("real/backend.md", join(folder, "backend.md"));
  const { out } = await run("--fix");
  expect(out).toContain("1 file mended.");
  expect(readlinkSync(join(folder, "backend.md"))).toBe("real/backend.md");
  expect(get("real/backend.md").equals(seed)).toBe(true);
});

const [front = ""] = /^---\n[\s\S]*?\n(?=---\n)/.exec(seed.toString()) ?? [];
const prose = '---\npath: "/how"\ntitle: "How"\nyaml: false\n';

test("--fix adds a missing closing fence", async () => {
  put("backend.md", front);
  await run("--fix");
  expect(get("backend.md").toString()).toBe(`${front}---\n`);
});

test.for([
  [
    "entries and comments between its topics",
    front.replace("topics:", "# What we ask\nowner: me\n\ntopics:\n  # first"),
  ],
  ["no topics", prose],
] as const)("--fix adds a missing closing fence to a file with %s", async ([, text]) => {
  put("backend.md", `${text}\n\n`);
  await run("--fix");
  expect(get("backend.md").toString()).toBe(`${text}---\n`);
});

test.for([
  ["a heading", `${front}\n# How to read this\n`],
  ["a heading at once", `${front}# How to read this\n`],
  ["a heading with a space before it", `${front}\n  ## How to read this\n`],
  ["a sentence with a colon", `${front}\nNote: it is a compass.\n`],
  ["a heading and such a sentence, without topics", `${prose}\n# How\n\nNote: it is a compass.\n`],
  ["a list that became topics", `${prose.replace("false", "true")}topics:\n- name: "a"\n\n- Read this\n`],
] as const)("--fix adds no closing fence where text may follow the front matter: %s", async ([, text]) => {
  put("backend.md", text);
  const { out } = await run("--fix");
  expect(get("backend.md").toString()).toBe(text);
  expect(out).toContain("missing-closing-fence");
  expect(out).toContain("Add a line of exactly --- between the last topic and the text");
});

test.for([
  ["half damaged and half right", Buffer.concat([received, Buffer.from("we’re right\n")])],
  [
    "half damaged, with a byte order mark",
    Buffer.concat([Buffer.from("\ufeff"), received, Buffer.from("we’re right\n")]),
  ],
  [
    "written with real capitals and roots",
    Buffer.from(seed.toString().replace("Fixes simple bugs", "“MANHÔ, √2, CAFÉ…")),
  ],
  [
    "right, with a mark after a capital letter",
    Buffer.from(seed.toString().replace("Fixes simple bugs", "Ships the NESTLÉ® dashboards and the CAFÉ™ rollout")),
  ],
  [
    "damaged beside a name that is right",
    Buffer.from(damage(seed, "windows-1252").toString().replace("Fixes simple bugs", "Ships NESTLÉ®")),
  ],
  ["not UTF-8", Buffer.concat([seed, Buffer.of(0xe9, 0x0a)])],
  ["broken otherwise", Buffer.from(seed.toString().replace('"Fixes simple bugs"', "Fixes: simple bugs"))],
  ["no framework", Buffer.from("# Notes\r\n")],
] as const)("--fix leaves a file alone that is %s", async ([, bytes]) => {
  put("backend.md", bytes);
  const { out } = await run("--fix");
  expect(get("backend.md").equals(bytes)).toBe(true);
  expect(out).not.toContain("mended");
});

test("with --fix and --json the diff goes to standard error", async () => {
  put("backend.md", received);
  const { code, out, err } = await run("--fix", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toHaveLength(2);
  expect(err).toContain("+++ b/backend.md");
});
