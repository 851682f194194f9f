import type { Block, Container, Json, Message, Outcome, View, ViewState } from "../../local-slack/protocol.ts";
import { postSigned } from "../support/signed-request.ts";
import { MAYA, SIGNING_SECRET, TOM, type WorkspaceOptions } from "../support/workspace.ts";
import { type Bench, BOT, openBench, TEAM } from "../wins/bench.ts";

/** A workspace on a Friday morning, and what a person does there about 1:1s and nudges. */

/** Friday 20 November 2026, 10:00 in London, where Maya is. */
const START = Date.parse("2026-11-20T10:00:00Z");

export interface Meetings extends Bench {
  goTo(iso: string): Promise<void>;
  /** Fills in the form on top, as Slack would send it: what it was opened with, and these. */
  fill(user: string, fields: Readonly<Record<string, Json>>): Promise<Outcome>;
  /** The bot's messages in this person's direct message with it, oldest first. */
  dms(user: string): readonly Message[];
  /** Presses the button with this label: in the form on top, else on the newest message that has it, else in Home. */
  press(user: string, label: string): Promise<Outcome>;
  /** A press with anything in it, signed as Slack's: what a client that somebody wrote could send. */
  forge(user: string, press: Forged): Promise<Response>;
  /** Maya's weekly 1:1 with Tom, Tuesdays at 14:00, with an hour's lead. */
  setUp(user?: string, other?: string, fields?: Readonly<Record<string, Json>>): Promise<void>;
  switchOnNudges(user: string): Promise<void>;
}

interface Forged {
  readonly action: string;
  readonly value: unknown;
  readonly block?: string;
  readonly channel: string;
  readonly ts: string;
}

export async function openMeetings(start = START, slackOptions: WorkspaceOptions["slack"] = {}): Promise<Meetings> {
  const bench = await openBench({ slack: { now: () => start, ...slackOptions } });
  const { workspace } = bench;
  const { slack, clock, bot } = workspace;

  const dms = (user: string) =>
    (slack.state(user).conversations.find(({ kind }) => kind === "dm")?.messages ?? []).filter(
      (message) => message.user === BOT,
    );
  /** Until the bot has shown what it did: a press is acknowledged before that. */
  const shown = async (gesture: () => Promise<Outcome>, isDone: () => boolean): Promise<Outcome> => {
    const last = slack.journal().at(-1)?.id ?? 0;
    const outcome = await gesture();
    if (outcome.ok && !isDone()) {
      await slack.received.until(({ id, what }) => id > last && /^(?:response_url|views\.)/.test(what));
    }
    return outcome;
  };
  const fill: Meetings["fill"] = (user, fields) => {
    const view = bench.modal(user);
    return shown(
      () => slack.gesture({ kind: "submit", as: user, view: view.id, state: stateOf(view, fields) }),
      () => slack.state(user).modals.length > 0,
    );
  };
  const press: Meetings["press"] = async (user, label) => {
    const { conversations, modals, home } = slack.state(user);
    const open = modals.at(-1);
    const places: readonly { readonly container: Container; readonly blocks: readonly Block[] }[] =
      open === undefined
        ? [
            ...conversations
              .flatMap(({ id, messages }) => messages.map((message) => ({ ...message, channel: id })))
              .filter((message) => message.user === BOT)
              .toSorted((a, b) => b.ts.localeCompare(a.ts))
              .map(({ channel, ts, blocks }) => ({ container: { kind: "message", channel, ts } as const, blocks })),
            { container: { kind: "home" }, blocks: home?.blocks ?? [] },
          ]
        : [{ container: { kind: "modal", view: open.id }, blocks: open.blocks }];

    for (const { container, blocks } of places) {
      const found = buttons({ blocks }).find((one) => one.label === label);
      if (found !== undefined) {
        const { block: blockId, action: actionId, value } = found;
        const element = { type: "button", value };
        return await shown(
          () => slack.gesture({ kind: "action", as: user, container, blockId, actionId, element, state: {} }),
          () => false,
        );
      }
    }
    throw new Error(
      `Nothing has a button “${label}”: ${JSON.stringify(places.map(({ blocks }) => buttons({ blocks })))}`,
    );
  };

  return {
    ...bench,
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
    dms,
    fill,
    press,
    async goTo(iso) {
      clock.moveTo(Date.parse(iso));
      // A look that was under way already may have read the clock before.
      await bot.look();
      await bot.look();
    },
    forge(user, { action, value, block = "b", channel, ts }) {
      const payload = {
        type: "block_actions",
        team: { id: TEAM, domain: "brightwater" },
        user: { id: user, name: "x", team_id: TEAM },
        container: { type: "message", channel_id: channel, message_ts: ts },
        channel: { id: channel, name: "directmessage" },
        message: { ts, blocks: [] },
        trigger_id: slack.mintTrigger(user),
        response_url: `${slack.url}/response/none`,
        actions: [{ type: "button", action_id: action, block_id: block, value, action_ts: "1.1" }],
      };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return postSigned(workspace.bot.port, { secret: SIGNING_SECRET, body });
    },
    async setUp(user = MAYA, other = TOM, fields = {}) {
      await workspace.command("1:1", user);
      await press(user, bench.lastShown(user).text.includes("Set up another") ? "Set up another" : "Set up a 1:1");
      await fill(user, { with: other, "first-on": "2026-11-24", ...fields });
    },
    async switchOnNudges(user) {
      await workspace.command("nudges", user);
      await press(user, "Switch on nudges");
      await fill(user, { often: "1" });
    },
  };
}

/** On Friday at three Maya's first nudge has come. */
export async function openNudged(): Promise<Meetings> {
  const at = await openMeetings();
  await at.switchOnNudges(MAYA);
  await at.goTo("2026-11-20T15:00:00Z");
  return at;
}

export function buttons({ blocks }: Pick<Message, "blocks">) {
  return blocks.flatMap((block) =>
    (Array.isArray(block["elements"]) ? block["elements"] : [])
      .filter((one): one is { action_id: string; value: string; text: { text: string } } => one?.type === "button")
      .map((one) => ({
        block: block.block_id ?? "",
        action: one.action_id,
        value: one.value,
        label: one.text.text,
      })),
  );
}

function stateOf(view: View, fields: Readonly<Record<string, Json>>): ViewState {
  return Object.fromEntries(
    view.blocks
      .filter(({ type }) => type === "input")
      .map((block) => {
        const element = block["element"] as Readonly<Record<string, Json>>;
        const id = block.block_id ?? "";
        return [id, { [String(element["action_id"])]: fieldValue(element, fields[id]) }];
      }),
  );
}

function fieldValue(element: Readonly<Record<string, Json>>, typed: Json | undefined): Json {
  const type = String(element["type"]);
  const chosen = (value: Json) => ({ text: { type: "plain_text", text: "x" }, value });
  const or = (name: string) => element[name] ?? null;
  switch (type) {
    case "datepicker":
      return { type, selected_date: typed ?? or("initial_date") };
    case "timepicker":
      return { type, selected_time: typed ?? or("initial_time") };
    case "users_select":
      return { type, selected_user: typed ?? or("initial_user") };
    case "static_select":
      return { type, selected_option: typed === undefined ? or("initial_option") : chosen(typed) };
    case "multi_static_select":
      return {
        type,
        selected_options: Array.isArray(typed) ? typed.map(chosen) : (element["initial_options"] ?? []),
      };
    default:
      return { type, value: typed === undefined ? or("initial_value") : typed };
  }
}
