import { LOG_SHORTCUT, POINT_SHORTCUT, SAVE_SHORTCUT } from "../ids.ts";
import { EVENTS, SCOPES } from "./access.ts";

/**
 * The app as Slack is told about it, for both ways to run it: Socket Mode, where Slack needs no address, and HTTP, where every address is
 * the same one. `manifest.yml` is the first, printed.
 */

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
  readonly should_escape: boolean;
  readonly url?: string;
}

interface Shortcut {
  readonly name: string;
  readonly type: "global" | "message";
  readonly callback_id: string;
  readonly description: string;
}

export interface Manifest {
  readonly _metadata: { readonly major_version: number; readonly minor_version: number };
  readonly display_information: {
    readonly name: string;
    readonly description: string;
    readonly long_description: string;
  };
  readonly features: {
    readonly app_home: {
      readonly home_tab_enabled: boolean;
      readonly messages_tab_enabled: boolean;
      readonly messages_tab_read_only_enabled: boolean;
    };
    readonly bot_user: { readonly display_name: string; readonly always_online: boolean };
    readonly slash_commands: readonly SlashCommand[];
    readonly shortcuts: readonly Shortcut[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional?: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url?: string; readonly bot_events: readonly string[] };
    readonly interactivity: {
      readonly is_enabled: boolean;
      readonly request_url?: string;
      readonly message_menu_options_url?: string;
    };
    readonly org_deploy_enabled: boolean;
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
}

const ENDPOINT = "/slack/events";

/** `http` is the bot's public address, with or without the path at which it receives what Slack sends. */
export function manifest({ http }: { readonly http?: URL } = {}): Manifest {
  const url = http === undefined ? undefined : addressOf(http);
  const optional = SCOPES.filter((scope) => scope.optional).map(({ scope }) => scope);
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: "Progression",
      description: "Your company's engineering progression framework, in Slack",
      long_description:
        "Progression puts your engineering progression framework where the work is talked about. Ask for a topic and a level and read " +
        "what is expected there, with examples; compare two levels to see what the next one asks; search every framework for a word. " +
        "It answers only the person who asked, reads no channel, and scores nobody.",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "progression", always_online: true },
      slash_commands: [
        {
          command: "/progression",
          description: "Read, compare and search the progression frameworks",
          usage_hint: "[framework] [topic] [level] · compare … · search … · help",
          should_escape: true,
          ...(url === undefined ? {} : { url }),
        },
        {
          command: "/win",
          description: "Save something you did, for yourself alone",
          usage_hint: "[what you did]",
          should_escape: true,
          ...(url === undefined ? {} : { url }),
        },
        {
          command: "/wins",
          description: "List and search what you saved",
          usage_hint: "[words] · [topic] · [last month] · unfiled",
          should_escape: true,
          ...(url === undefined ? {} : { url }),
        },
      ],
      shortcuts: [
        {
          name: "Log a win",
          type: "global",
          callback_id: LOG_SHORTCUT,
          description: "Save something you did, for yourself alone",
        },
        {
          name: "Save as win",
          type: "message",
          callback_id: SAVE_SHORTCUT,
          description: "Save this message as something you did, for yourself alone",
        },
        {
          name: "Add to my 1:1",
          type: "message",
          callback_id: POINT_SHORTCUT,
          description: "Keep this message as a point for one of your 1:1s, for yourself alone",
        },
      ],
    },
    oauth_config: {
      scopes: {
        bot: SCOPES.map(({ scope }) => scope),
        ...(optional.length === 0 ? {} : { bot_optional: optional }),
      },
    },
    settings: {
      event_subscriptions: {
        ...(url === undefined ? {} : { request_url: url }),
        bot_events: EVENTS.map(({ event }) => event),
      },
      interactivity: {
        is_enabled: true,
        ...(url === undefined ? {} : { request_url: url, message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

function addressOf(http: URL): string {
  const path = http.pathname.replace(/\/+$/, "");
  return `${http.origin}${path.endsWith(ENDPOINT) ? path : path + ENDPOINT}`;
}
