import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { manifest as printManifest } from "../../src/cli/manifest.ts";
import { EVENTS, NEVER, SCOPES } from "../../src/slack/manifest/access.ts";
import { checkManifest } from "../../src/slack/manifest/check.ts";
import { manifest } from "../../src/slack/manifest/manifest.ts";
import { scopesPage } from "../../src/slack/manifest/scopes-page.ts";

const root = new URL("../../", import.meta.url);
const http = manifest({ http: new URL("https://progression.example.com") });
const url = "https://progression.example.com/slack/events";

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const code = await printManifest(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

describe("the manifest", () => {
  test("manifest.yml is what the command prints", async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(readFileSync(new URL("manifest.yml", root), "utf8"));
    expect(load(out)).toEqual(manifest());
  });

  test("both kinds pass our checker", () => {
    expect(checkManifest(manifest())).toEqual([]);
    expect(checkManifest(http)).toEqual([]);
  });

  test("HTTP names one address everywhere, Socket Mode none", async () => {
    const { code, out } = await run("--http", "https://progression.example.com");
    expect(code).toBe(0);
    expect(load(out)).toEqual(http);
    expect(out.match(/https:\S+/g)).toEqual([url, url, url, url, url, url]);
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(JSON.stringify(manifest())).not.toContain("https:");
  });

  test.each([
    ["https://a.example", "https://a.example/slack/events"],
    ["https://a.example/", "https://a.example/slack/events"],
    ["https://a.example:8443/bots//", "https://a.example:8443/bots/slack/events"],
    ["https://a.example/slack/events/", "https://a.example/slack/events"],
  ])("%s becomes %s", async (given, expected) => {
    expect((await run(`--http=${given}`)).out).toContain(`request_url: ${expected}\n`);
  });

  test.each([
    [["--http", "http://a.example"], "not an https address"],
    [["--http", "a.example"], "not an address"],
    [["--http", ""], "not an address"],
    [["--http"], "needs an address"],
    [["--http", "https://sam:secret@a.example"], "user name or password"],
    [["--http", "https://a.example/?team=1"], "query or a fragment"],
    [["--http", "https://a.example", "more"], "Usage: manifest"],
    [["--yaml"], "Usage: manifest"],
  ])("%j is wrong use", async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).not.toContain("secret");
    expect(err).toMatch(/\n$/);
  });
});

describe("scopes", () => {
  test("docs/scopes.md is made from the tables", async () => {
    await expect(scopesPage()).toMatchFileSnapshot("../../docs/scopes.md");
  });

  test("each has a reason and a use, and none is refused elsewhere", () => {
    const never = NEVER.flatMap(({ scopes }) => scopes);
    for (const { scope, why, usedBy } of SCOPES) {
      expect(why, scope).toMatch(/^[A-Z].*\.$/);
      expect(usedBy, scope).not.toEqual([]);
      expect(never).not.toContain(scope);
    }
    expect(never).toContain("channels:history");
  });

  test("every event's scope is asked for", () => {
    const asked = SCOPES.map(({ scope }) => scope);
    for (const { scope } of EVENTS) if (scope !== null) expect(asked).toContain(scope);
  });
});
