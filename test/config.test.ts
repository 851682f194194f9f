import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, variables } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";

const socket = { SLACK_BOT_TOKEN: "xoxb-1-a", SLACK_APP_TOKEN: "xapp-1-a" };

function reasonsFor(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.reasons;
    }
  }
  return [];
}

test("no Slack variable, or only empty ones, means the playground", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: " " }).slack).toBeNull();
});

test("an app token chooses Socket Mode even when a signing secret is there", () => {
  expect(readConfig({ ...socket, SLACK_SIGNING_SECRET: "abcdef12" }).slack).toEqual({
    apiUrl: "https://slack.com/api/",
    botToken: "xoxb-1-a",
    transport: "socket",
    appToken: "xapp-1-a",
  });
});

test("quotes and line ends around a value are taken off", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '"xoxb-1-a"\n', SLACK_SIGNING_SECRET: "'abcdef12'" }).slack).toMatchObject({
    transport: "http",
    botToken: "xoxb-1-a",
    signingSecret: "abcdef12",
  });
});

test("everything wrong is named at once, and no value is printed", () => {
  const secret = "zzz-not-a-token";

  const reasons = reasonsFor({ SLACK_APP_TOKEN: secret, PORT: "99999", LOG_LEVEL: "loud", ADMIN_USER_IDS: "sam" });

  expect(reasons).toEqual([
    "SLACK_APP_TOKEN begins with xapp- (the app's page, Basic Information, App-Level Tokens).",
    "PORT is a number from 0 to 65535.",
    "ADMIN_USER_IDS is Slack user ids with commas between them, like U012AB3CD.",
    "LOG_LEVEL is one of debug, info, warn, error.",
    "SLACK_BOT_TOKEN is missing: without it the bot cannot answer.",
  ]);
  expect(reasons.join()).not.toContain(secret);
});

test("a bot token alone cannot receive anything", () => {
  expect(reasonsFor({ SLACK_BOT_TOKEN: "xoxb-1-a" })).toEqual([
    "SLACK_BOT_TOKEN is set, and neither SLACK_APP_TOKEN (Socket Mode, no public URL) nor SLACK_SIGNING_SECRET (HTTP) is: set one of them.",
  ]);
});

test("many workspaces are refused with a sentence until they are built", () => {
  expect(reasonsFor({ ...socket, SLACK_CLIENT_ID: "1.2" })).toEqual([
    "SLACK_CLIENT_ID: installing into many workspaces is not built yet. Use SLACK_BOT_TOKEN for one workspace.",
  ]);
});

test("the playground has a port of its own, unless one is named", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, playgroundPort: 4400 });
  expect(readConfig({ PORT: "4500" })).toMatchObject({ port: 4500, playgroundPort: 4500 });
});

test(".env.example names every variable that is read, and no other", () => {
  const named = Array.from(readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm), (match) => match[1]);

  expect(named.toSorted()).toEqual([...variables].toSorted());
});
