import { z } from "zod";
import { EVENTS, NEVER, SCOPES } from "./access.ts";

/** What Slack's published schema (0.5.0, read 2026-11-21) says of each field, as far as this app uses it, and which names are ours. */

const text = (max: number, min = 1) =>
  z.string().min(min, `needs at least ${min} characters`).max(max, `has more than ${max} characters`);

const address = z.string().refine(isPublicAddress, "must be an https address");

function isPublicAddress(value: string): boolean {
  return value.length <= 3000 && URL.parse(value)?.protocol === "https:";
}

function known(names: readonly string[], noun: string) {
  return z.string().refine((name) => names.includes(name), {
    error: ({ input }) => `${noun} ${input} ${never.has(String(input)) ? "is never asked for" : "is not one of ours"}`,
  });
}

const never = new Set(NEVER.flatMap(({ scopes }) => scopes));
const scope = known(
  SCOPES.map((one) => one.scope),
  "scope",
);
const event = known(
  EVENTS.map((one) => one.event),
  "event",
);

export const manifestShape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4000, 175).optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, "must be a colour such as #1d3557")
      .optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: text(80).regex(/^[a-z0-9._-]+$/, "may hold a-z, 0-9, hyphen, underscore and full stop"),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[a-z0-9_-]+$/, "must be a slash and a lower-case word"),
          description: text(2000),
          usage_hint: text(1000).optional(),
          should_escape: z.literal(true, "must be true, so that people and channels arrive as ids"),
          url: address.optional(),
        }),
      )
      .min(1, "needs a command")
      .max(50, "has more than 50 commands"),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(["message", "global"], "must be message or global"),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1, "needs a shortcut")
      .max(10, "has more than 10 shortcuts")
      .optional(),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).min(1, "needs an address").max(1000, "has more than 1000 addresses").optional(),
    scopes: z.strictObject({
      bot: z.array(scope).min(1, "needs a scope").max(255, "has more than 255 scopes"),
      bot_optional: z.array(scope).optional(),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: z.array(event).min(1, "needs an event").max(100, "has more than 100 events"),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true, "must be true: every card has buttons"),
      request_url: address.optional(),
      message_menu_options_url: address.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false, "must be false: once on, it cannot be turned off"),
  }),
});

export type CheckedManifest = z.infer<typeof manifestShape>;
