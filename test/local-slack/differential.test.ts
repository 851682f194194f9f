import { createEmulator } from "emulate";
import { expect, test } from "vitest";
import { isPayload } from "../../local-slack/payload.ts";
import type { Scenario } from "../../local-slack/scenario.ts";
import { startSlack } from "./bot.ts";
import { differences } from "./differences.ts";
import { type Memory, person, script } from "./differential-script.ts";
import { callApi } from "./web-api.ts";

const scopes = [
  "chat:write",
  "users:read",
  "channels:read",
  "channels:history",
  "channels:join",
  "im:write",
  "im:read",
  "im:history",
  "reactions:read",
  "reactions:write",
];
const team = { name: "Brightwater", domain: "brightwater" };
const bot = { ...person, id: "U0PROGRESS9", name: "progression", realName: "Progression", isBot: true };

const scenario: Scenario = {
  team: { id: "T0BRIGHT001", ...team },
  app: { id: "A0PROGRESSN", botId: "B0PROGRESS1", botUser: bot },
  people: [person],
  channels: [
    { id: "C0BACKEND01", name: "backend", topic: "Services", isPrivate: false, members: [person.id], messages: [] },
  ],
};

const seed = {
  slack: {
    team,
    users: [{ name: person.name, real_name: person.realName, email: person.email }],
    channels: [{ name: "backend", topic: "Services" }],
    oauth_apps: [
      {
        app_id: "A0PROGRESSN",
        client_id: "1.2",
        client_secret: "secret",
        name: "progression",
        redirect_uris: ["http://127.0.0.1/callback"],
        scopes,
        bot_id: "B0PROGRESS1",
        bot_user_id: bot.id,
        bot_name: bot.name,
      },
    ],
    tokens: [
      {
        token: "xoxb-local-1",
        type: "bot",
        user_id: bot.id,
        scopes,
        app_id: "A0PROGRESSN",
        bot_id: "B0PROGRESS1",
        bot_user_id: bot.id,
      },
    ],
  },
};

/** Every answer of the script, with ids and times replaced by names, as `step path` → value. */
async function run(apiUrl: string): Promise<Map<string, string>> {
  const memory: Memory = new Map();
  const found = new Map<string, string>();
  for (const step of script) {
    const { status, body } = await callApi(
      apiUrl,
      step.method,
      step.args((name) => memory.get(name) ?? `no ${name}`),
    );
    found.set(`${step.name} · status`, String(status));
    for (const [name, value] of Object.entries(step.keep?.(body) ?? {}))
      if (value !== undefined) memory.set(name, value);
    flatten(step.part === undefined ? body : step.part(body), `${step.name} ·`, (path, value) => {
      found.set(path, normalise(value, memory));
    });
  }
  return found;
}

function flatten(value: unknown, path: string, visit: (path: string, value: unknown) => void): void {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) flatten(inner, `${path} ${index}`, visit);
    if (value.length === 0) visit(path, "[]");
  } else if (isPayload(value)) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, `${path} ${key}`, visit);
    if (Object.keys(value).length === 0) visit(path, "{}");
  } else visit(path, value);
}

function normalise(value: unknown, memory: Memory): string {
  for (const [name, known] of memory) if (value === known) return `<${name}>`;
  if (typeof value === "number" && value > 1_000_000_000) return "<time>";
  if (typeof value === "string" && /^\d{10}\.\d{6}$/.test(value)) return "<a ts>";
  return JSON.stringify(value) ?? "undefined";
}

test("the local Slack and emulate answer the same script alike, but for the listed differences", async () => {
  await using slack = await startSlack({ scenario, scopes });
  const emulator = await createEmulator({ service: "slack", port: 0, seed });
  try {
    const ours = await run(slack.apiUrl);
    const theirs = await run(`${emulator.url}/api/`);
    const used = new Set<string>();
    const unlisted: string[] = [];
    for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
      const [our, their] = [ours.get(path) ?? "absent", theirs.get(path) ?? "absent"];
      if (our === their) continue;
      const listed = differences.find(({ where }) => where.test(path));
      if (listed === undefined) unlisted.push(`${path}: ${our} here, ${their} there`);
      else used.add(listed.why);
    }
    expect(unlisted).toEqual([]);
    expect(differences.filter(({ why }) => !used.has(why))).toEqual([]);
  } finally {
    await emulator.close();
  }
});
