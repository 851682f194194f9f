import { z } from "zod";
import { readDatabaseUrl } from "./database-url.ts";
import { ConfigError } from "./errors.ts";

/** How the bot meets Slack. `socket` needs no public URL. */
export type SlackConfig = { readonly apiUrl: string; readonly botToken: string } & (
  | { readonly transport: "http"; readonly signingSecret: string }
  | { readonly transport: "socket"; readonly appToken: string }
);

export type LogLevel = "debug" | "info" | "warn" | "error";

export interface Config {
  /** null: no Slack variable is set, so the playground is what is wanted. */
  readonly slack: SlackConfig | null;
  readonly host: string;
  readonly port: number;
  /** The first port to try for the playground's page. */
  readonly playgroundPort: number;
  readonly frameworksDir: string;
  readonly adminUserIds: readonly string[];
  /** `sqlite:PATH`. */
  readonly databaseUrl: string;
  /** Name of the emoji that hands one's own message over, without colons; null: off. */
  readonly winEmoji: string | null;
  readonly logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Kept here so that one place knows every name; `.env.example` lists the same (a test compares them). */
export const variables = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SLACK_API_URL",
  "HOST",
  "PORT",
  "FRAMEWORKS_DIR",
  "ADMIN_USER_IDS",
  "DATABASE_URL",
  "WIN_EMOJI",
  "LOG_LEVEL",
] as const;

/** Reserved for running in many workspaces; said plainly instead of being ignored. */
const notBuiltYet = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;

const token = (prefix: string, where: string) =>
  z.string().regex(new RegExp(`^${prefix}-[A-Za-z0-9-]+$`), `begins with ${prefix}- (${where})`);

const schema = z.object({
  SLACK_BOT_TOKEN: token("xoxb", "the app's page, OAuth & Permissions, Bot User OAuth Token").optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9]{8,}$/, "is letters and digits only (the app's page, Basic Information, Signing Secret)")
    .optional(),
  SLACK_APP_TOKEN: token("xapp", "the app's page, Basic Information, App-Level Tokens").optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: "is an http or https address" })
    .transform((url) => (url.endsWith("/") ? url : `${url}/`))
    .default("https://slack.com/api/"),
  HOST: z.string().default("0.0.0.0"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "is a number from 0 to 65535")
    .optional(),
  FRAMEWORKS_DIR: z.string().default("frameworks"),
  ADMIN_USER_IDS: z
    .string()
    .transform((ids) => ids.split(",").map((id) => id.trim()))
    .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]+$/, "is Slack user ids with commas between them, like U012AB3CD")))
    .default([]),
  DATABASE_URL: z
    .string()
    .superRefine((url, context) => {
      const named = readDatabaseUrl(url);

      if ("reason" in named) context.addIssue({ code: "custom", message: named.reason });
    })
    .default("sqlite:data/progression.db"),
  WIN_EMOJI: z
    .string()
    .transform((name) => name.replace(/^:|:$/g, ""))
    .pipe(z.string().regex(/^[a-z0-9_+'-]{1,100}$/, "is the name of an emoji, like trophy"))
    .nullable()
    .default(null),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "is one of debug, info, warn, error" })
    .default("info"),
});

/**
 * Reads everything once. An empty or blank value counts as unset; quotes and line ends around a value are a copying accident and are taken off.
 * Throws ConfigError with every reason at once.
 */
export function readConfig(env: Environment = process.env): Config {
  const given = Object.fromEntries(
    [...variables, ...notBuiltYet]
      .map((name) => [name, unwrap(env[name])] as const)
      .filter(([, value]) => value !== undefined),
  );
  const parsed = schema.safeParse(given);
  const reasons = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`)),
    ...groupReasons(given),
  ];

  if (reasons.length > 0 || !parsed.success) {
    throw new ConfigError([...new Set(reasons)]);
  }

  const values = parsed.data;

  return Object.freeze({
    slack: slackConfig(values),
    host: values.HOST,
    port: values.PORT ?? 3000,
    playgroundPort: values.PORT ?? 4400,
    frameworksDir: values.FRAMEWORKS_DIR,
    adminUserIds: values.ADMIN_USER_IDS,
    databaseUrl: values.DATABASE_URL,
    winEmoji: values.WIN_EMOJI,
    logLevel: values.LOG_LEVEL,
  });
}

function unwrap(value: string | undefined): string | undefined {
  const bare = value
    ?.trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .trim();

  return bare === "" ? undefined : bare;
}

function groupReasons(given: Environment): string[] {
  const reasons: string[] = [];
  const has = (name: string) => given[name] !== undefined;

  if (notBuiltYet.some(has)) {
    reasons.push(
      `${notBuiltYet.filter(has).join(", ")}: installing into many workspaces is not built yet. Use SLACK_BOT_TOKEN for one workspace.`,
    );
  }
  if ((has("SLACK_SIGNING_SECRET") || has("SLACK_APP_TOKEN")) && !has("SLACK_BOT_TOKEN")) {
    reasons.push("SLACK_BOT_TOKEN is missing: without it the bot cannot answer.");
  }
  if (has("SLACK_BOT_TOKEN") && !has("SLACK_SIGNING_SECRET") && !has("SLACK_APP_TOKEN")) {
    reasons.push(
      "SLACK_BOT_TOKEN is set, and neither SLACK_APP_TOKEN (Socket Mode, no public URL) nor SLACK_SIGNING_SECRET (HTTP) is: set one of them.",
    );
  }
  return reasons;
}

function slackConfig(values: z.infer<typeof schema>): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const apiUrl = values.SLACK_API_URL;

  if (botToken === undefined) {
    return null;
  }
  if (appToken !== undefined) {
    return { apiUrl, botToken, transport: "socket", appToken };
  }
  return signingSecret === undefined ? null : { apiUrl, botToken, transport: "http", signingSecret };
}
