import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import type { Block, Gesture, JournalEntry, Json, Outcome, View, ViewState } from "../../local-slack/protocol.ts";
import type { Win } from "../../src/evidence/types.ts";
import { postSigned } from "../support/signed-request.ts";
import { openWorkspace, SIGNING_SECRET, type Workspace, type WorkspaceOptions } from "../support/workspace.ts";

/** A workspace with a database file, and what a person does and sees in it. */

export const TEAM = "T0BRIGHT001";
export const LENA_GUEST = "U0LENA00006";
export const PRIYA_STRANGER = "U0PRIYA0007";
export const BOT = "U0PROGRESS9";

export interface Bench extends AsyncDisposable {
  readonly workspace: Workspace;
  wins(user: string): Promise<readonly Win[]>;
  /** Everything that this person can see of the bot: messages, modals, Home; as JSON. */
  seen(user: string): string;
  /** The last message of the bot that this person sees. */
  lastShown(user: string): {
    readonly channel: string;
    readonly ts: string;
    readonly text: string;
    readonly blocks: readonly Block[];
  };
  modal(user: string): View;
  /** Presses the last button with this label, wherever the person sees it. */
  press(user: string, label: string): Promise<Outcome>;
  pressButton(user: string, button: ShownButton | undefined): Promise<Outcome>;
  /** "Log a win" of the Home tab. */
  pressHome(user: string): Promise<void>;
  submit(user: string, fields: Fields): Promise<Outcome>;
  dm(user: string): string;
  /** The last delivery to the bot once more, byte for byte, as a proxy or Slack repeats it. */
  redeliver(change?: (payload: Record<string, unknown>) => void): Promise<Response>;
  /** Until it is called, the database cannot be written. */
  lock(): () => void;
  gesture(gesture: Gesture): Promise<Outcome>;
  /** What is on disk. */
  rows(statement: string): readonly unknown[];
  /** Makes of what is on disk what an earlier version would have left there. */
  change(statement: string): void;
}

export type Fields = Readonly<Record<string, string>>;

/** Nobody else writes here but `lock`, and what it holds it holds until the test lets go: waiting would change nothing. */
const BUSY_MS = 1;

export async function openBench(options: WorkspaceOptions = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "progression-wins-"));
  const path = join(folder, "wins.db");
  const workspace = await openWorkspace({ databaseUrl: `sqlite:${path}`, busyMs: BUSY_MS, ...options });
  const { slack } = workspace;
  await slack.received.until((entry) => entry.what === "auth.test");

  const modal = (user: string): View => {
    const view = slack.state(user).modals.at(-1);
    if (view === undefined) throw new Error(`${user} has no form open: ${JSON.stringify(slack.state(user).notices)}`);
    return view;
  };

  const lastShown = (user: string) => {
    const found = slack
      .state(user)
      .conversations.flatMap(({ id, messages }) =>
        messages.filter((message) => message.user === BOT).map((message) => ({ ...message, channel: id })),
      )
      .toSorted((a, b) => a.ts.localeCompare(b.ts))
      .at(-1);
    if (found === undefined) throw new Error(`${user} sees nothing of the bot.`);
    return found;
  };

  const pressButton = (user: string, button: ShownButton | undefined): Promise<Outcome> => {
    const open = slack.state(user).modals.at(-1);
    const container =
      open === undefined
        ? ({ kind: "message", channel: lastShown(user).channel, ts: lastShown(user).ts } as const)
        : ({ kind: "modal", view: open.id } as const);
    return slack.gesture({
      kind: "action",
      as: user,
      container,
      blockId: button?.block ?? "",
      actionId: button?.action ?? "",
      element: { type: "button" },
      state: {},
    });
  };

  return {
    workspace,
    lastShown,
    gesture: (gesture) => slack.gesture(gesture),
    wins: async (user) => (await workspace.bot.evidence.list({ team: TEAM, user }, {}, 100)).wins,
    seen(user) {
      const { conversations, modals, home } = slack.state(user);
      const shown = conversations.flatMap(({ messages }) => messages.filter((message) => message.user === BOT));
      return JSON.stringify([shown.map(({ text, blocks }) => [text, blocks]), modals, home]);
    },
    modal,
    async press(user, label) {
      const blocks = slack.state(user).modals.at(-1)?.blocks ?? lastShown(user).blocks;
      const found = buttonsOf(blocks).findLast((one) => one.label === label);
      if (found === undefined) throw new Error(`There is no button “${label}”: ${JSON.stringify(blocks)}`);
      return pressButton(user, found);
    },
    pressButton,
    async pressHome(user) {
      // The press as Slack sends it, whatever stands on the tab.
      const trigger = slack.mintTrigger(user);
      const payload = {
        type: "block_actions",
        team: { id: TEAM, domain: "brightwater" },
        user: { id: user, name: "x", team_id: user === PRIYA_STRANGER ? "T0NORTHBANK" : TEAM },
        container: { type: "view", view_id: "V0HOME" },
        view: { id: "V0HOME", type: "home", team_id: TEAM },
        trigger_id: trigger,
        actions: [{ type: "button", action_id: "win.log", block_id: "b", value: "new", action_ts: "1.1" }],
      };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      await postSigned(workspace.bot.port, { secret: SIGNING_SECRET, body });
    },
    submit(user, fields) {
      const view = modal(user);
      return slack.gesture({ kind: "submit", as: user, view: view.id, state: stateOf(view, fields) });
    },
    dm(user) {
      const found = slack.state(user).conversations.find(({ kind }) => kind === "dm");
      if (found === undefined) throw new Error(`${user} has no conversation with the bot.`);
      return found.id;
    },
    redeliver(change) {
      const last = slack.journal().findLast(({ direction }) => direction === "to-bot");
      if (last === undefined) throw new Error("Nothing was delivered yet.");
      return post(workspace, last, change);
    },
    lock() {
      const other = new SQLite(path);
      other.exec("begin immediate");
      return () => {
        other.exec("rollback");
        other.close();
      };
    },
    rows(statement) {
      const other = new SQLite(path, { readonly: true });
      try {
        return other.prepare(statement).all();
      } finally {
        other.close();
      }
    },
    change(statement) {
      const other = new SQLite(path);
      try {
        other.exec(statement);
      } finally {
        other.close();
      }
    },
    async [Symbol.asyncDispose]() {
      await workspace[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function post(
  { bot }: Workspace,
  { what, request }: JournalEntry,
  change: (payload: Record<string, unknown>) => void = () => undefined,
): Promise<Response> {
  const payload: Record<string, unknown> = structuredClone(request) as Record<string, unknown>;
  change(payload);
  const about = what.split("· ")[1] ?? "";
  if ("event" in payload) {
    return postSigned(bot.port, { secret: SIGNING_SECRET, body: JSON.stringify(payload), type: "application/json" });
  }
  const fields =
    about === "slash_commands"
      ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
      : { payload: JSON.stringify(payload) };
  return postSigned(bot.port, { secret: SIGNING_SECRET, body: new URLSearchParams(fields).toString() });
}

export interface ShownButton {
  readonly block: string;
  readonly action: string;
  readonly label: string;
  readonly value: string;
}

export function buttonsOf(blocks: readonly Block[]): ShownButton[] {
  return blocks.flatMap((block) => {
    const elements = [block["accessory"], ...(Array.isArray(block["elements"]) ? block["elements"] : [])];
    return elements
      .filter((one): one is { action_id: string; value: string; text: { text: string } } => one?.type === "button")
      .map((one) => ({ block: block.block_id ?? "", action: one.action_id, label: one.text.text, value: one.value }));
  });
}

/** What Slack sends of a form: what it was opened with, and what was typed since. */
export function stateOf(view: View, fields: Fields): ViewState {
  return Object.fromEntries(
    view.blocks
      .filter(({ type }) => type === "input")
      .map((block) => {
        const element = block["element"] as Readonly<Record<string, Json>>;
        const id = block.block_id ?? "";
        const typed = fields[id];
        return [id, { [String(element["action_id"])]: fieldOf(element, typed) }];
      }),
  );
}

function fieldOf(element: Readonly<Record<string, Json>>, typed: string | undefined): Json {
  const type = element["type"] ?? null;
  if (type === "datepicker") return { type, selected_date: typed ?? element["initial_date"] ?? null };
  if (type === "multi_users_select") {
    return { type, selected_users: typed?.split(" ") ?? element["initial_users"] ?? [] };
  }
  if (type === "multi_external_select") {
    const chosen = typed?.split(" ").map((value) => ({ text: { type: "plain_text", text: value }, value }));
    return { type, selected_options: chosen ?? element["initial_options"] ?? [] };
  }
  return { type, value: typed ?? element["initial_value"] ?? null };
}
