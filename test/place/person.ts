import { expect } from "vitest";
import type { Block, Container, Json, Outcome, View } from "../../local-slack/protocol.ts";
import { checkMessage, checkView } from "../../src/slack/block-kit/check.ts";
import { findLive } from "../../src/slack/block-kit/live.ts";
import { BACKEND } from "../support/workspace.ts";
import type { Bench } from "../wins/bench.ts";

/** What one person does on their own pages, and what they read there. */
export interface PersonOfBench {
  readonly user: string;
  openHome(): Promise<void>;
  home(): View;
  homeText(): string;
  /** Presses a button of Home by its label, or chooses an option of a menu. */
  pressHome(label: string, option?: string): Promise<void>;
  /** Types a command and reads the answer. */
  type(line: string): Promise<string>;
  /** The same in the last message of the bot. */
  press(label: string, option?: string): Promise<void>;
  text(): string;
}

const DRAWS = /^(views\.|response_url)/;

interface Found {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: { readonly type: string; readonly [key: string]: Json };
}

export function personOf(bench: Bench, user: string): PersonOfBench {
  const { slack } = bench.workspace;

  const home = (): View => {
    const view = slack.state(user).home;
    if (view === null) throw new Error(`${user} has no Home.`);
    return view;
  };

  /** Everything that puts something before somebody's eyes. */
  const drawings = () =>
    slack.received.calls().filter((entry) => DRAWS.test(entry.what) && entry.response !== null).length;
  const shown = (before: number) => expect.poll(drawings, { timeout: 3000 }).toBeGreaterThan(before);

  async function send(container: Container, blocks: readonly Block[], label: string, option?: string): Promise<void> {
    const found = findElement(blocks, label, option);
    const before = drawings();
    const outcome: Outcome = await bench.gesture({ kind: "action", as: user, container, ...found, state: {} });
    if (!outcome.ok) throw new Error(`${label}: ${outcome.error}`);
    await shown(before);
  }

  return {
    user,
    home,
    homeText: () => textOf(home().blocks),
    async openHome() {
      const before = drawings();
      await bench.gesture({ kind: "home", as: user });
      await shown(before);
    },
    pressHome: (label, option) => send({ kind: "home" }, home().blocks, label, option),
    async type(line) {
      await bench.gesture({ kind: "command", as: user, channel: BACKEND, text: line });
      return bench.lastShown(user).text;
    },
    press(label, option) {
      const { channel, ts, blocks } = bench.lastShown(user);
      return send({ kind: "message", channel, ts }, blocks, label, option);
    },
    text: () => bench.lastShown(user).text,
  };
}

/** Every breach of Slack's limits and every live mark on the page. */
export function faultsOf(view: {
  readonly type?: string;
  readonly blocks: readonly Block[];
  readonly text?: string;
}): unknown[] {
  const payload = { text: view.text ?? "x", blocks: view.blocks };
  const checked = view.type === "home" ? checkView({ type: "home", blocks: view.blocks }) : checkMessage(payload);
  return [...checked, ...findLive(payload)];
}

function textOf(blocks: readonly Block[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts.join("\n");
}

function findElement(blocks: readonly Block[], label: string, option?: string): Found {
  for (const block of blocks) {
    const elements = Array.isArray(block["elements"]) ? block["elements"] : [];
    for (const element of elements) {
      if (!isElement(element)) continue;
      const blockId = block.block_id ?? "";
      const actionId = String(element["action_id"]);
      if (element.type === "button" && option === undefined && textIn(element["text"]) === label) {
        return { blockId, actionId, element: { type: "button", value: element["value"] ?? null } };
      }
      if (element.type === "static_select" && option !== undefined && textIn(element["placeholder"]) === label) {
        const options = Array.isArray(element["options"]) ? element["options"].filter(isRecord) : [];
        const chosen = options.find((one) => textIn(one["text"])?.includes(option));
        if (chosen !== undefined)
          return { blockId, actionId, element: { type: "static_select", selected_option: chosen } };
      }
    }
  }
  throw new Error(`There is no ${label}${option === undefined ? "" : ` with ${option}`} in: ${textOf(blocks)}`);
}

type JsonRecord = { readonly [key: string]: Json };

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isElement(value: unknown): value is JsonRecord & { readonly type: string } {
  return isRecord(value) && typeof value["type"] === "string" && "action_id" in value;
}

function textIn(value: unknown): string | undefined {
  return isRecord(value) && typeof value["text"] === "string" ? value["text"] : undefined;
}
