import { expect, test } from "vitest";
import type { Block, Container, Json } from "../../local-slack/protocol.ts";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { type Bench, BOT, openBench } from "../wins/bench.ts";

/**
 * Two people use everything at the same time: each command, and then each button, menu and form that it leads to. Nothing that either is shown
 * holds a word of the other's. Sharing in a channel is left out: it shows words to others because its owner said so.
 */
const WORDS: Readonly<Record<string, string>> = { [MAYA]: "zanzibar", [TOM]: "quokka" };
const SHARES = /^(win\.post|share\.post)/;
const LAST = /^my\.forget/;

const commands = (word: string): readonly string[] => [
  `/win Led the ${word} rollback and wrote the incident review`,
  "/win",
  "/wins",
  `/wins search ${word}`,
  "/wins unfiled",
  "/progression",
  "/progression me",
  "/progression settings",
  "/progression export",
  "/progression import",
  "/progression about",
  "/progression help",
  "/progression backend mastery 3",
  "/progression search incident",
  `/progression ${word}`,
  "/progression forget-me",
];

interface Pressable {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: { readonly type: string; readonly [key: string]: Json };
}

test("two people use every command, button, menu and form at once, and neither is shown a trace of the other", async () => {
  await using bench = await openBench();
  const pressed = new Map<string, Set<string>>([
    [MAYA, new Set()],
    [TOM, new Set()],
  ]);

  await Promise.all([MAYA, TOM].map((user) => useEverything(bench, user, pressed.get(user) ?? new Set())));
  await bench.workspace.slack.idle();

  const all = [...(pressed.get(MAYA) ?? [])];
  for (const name of ["win.undo", "win.edit", "win.add", "my.screen", "my.wins", "show", "submit win.form"]) {
    expect(all.some((one) => one.startsWith(name))).toBe(true);
  }
  expect(everythingSeen(bench, TOM)).not.toMatch(/zanzibar/i);
  expect(everythingSeen(bench, MAYA)).not.toMatch(/quokka/i);
  expect(everythingSeen(bench, MAYA)).toMatch(/zanzibar/i);
  expect(bench.workspace.logged()).not.toMatch(/zanzibar|quokka/i);
  expect(bench.workspace.logged()).not.toContain('"level":50');
  for (const { direction, request } of bench.workspace.slack.journal()) {
    if (direction === "from-bot") expect(JSON.stringify(request)).not.toContain('"metadata"');
  }
  const metrics = await (await fetch(`http://127.0.0.1:${bench.workspace.bot.port}/metrics`)).text();
  expect(metrics).not.toMatch(/zanzibar|quokka/i);
  expect((await bench.wins(MAYA)).every(({ text }) => !/quokka/i.test(text))).toBe(true);
}, 90_000);

async function useEverything(bench: Bench, user: string, done: Set<string>): Promise<void> {
  const word = WORDS[user] ?? "";

  for (const line of commands(word)) {
    await bench.gesture({ kind: "command", as: user, channel: BACKEND, text: line });
    await pressAll(bench, user, done);
    await bench.gesture({ kind: "home", as: user });
    await bench.workspace.slack.idle();
    await pressAll(bench, user, done);
  }
  await bench.gesture({ kind: "message", as: user, channel: bench.dm(user), text: `win ${word} in a direct message` });
  await bench.gesture({ kind: "message", as: user, channel: BACKEND, text: `@progression win ${word} in a mention` });
  await pressAll(bench, user, done);
}

/** Whatever can be pressed and was not, a few steps deep: an answer leads to other answers. */
async function pressAll(bench: Bench, user: string, done: Set<string>): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    await bench.workspace.slack.idle();
    await fillForm(bench, user, done);
    const next = inSight(bench, user).find(({ one }) => !done.has(one.actionId) && !SHARES.test(one.actionId));

    if (next === undefined) return;
    done.add(next.one.actionId);
    if (LAST.test(next.one.actionId)) continue;
    await bench.gesture({ kind: "action", as: user, container: next.container, ...next.one, state: {} });
  }
}

async function fillForm(bench: Bench, user: string, done: Set<string>): Promise<void> {
  const view = bench.workspace.slack.state(user).modals.at(-1);

  if (view === undefined) return;
  done.add(`submit ${view.callback_id}`);
  await bench.submit(user, { "text-1": `The ${WORDS[user]} form, number ${done.size}` });
  await bench.workspace.slack.idle();
  for (const { id } of bench.workspace.slack.state(user).modals) {
    await bench.gesture({ kind: "close", as: user, view: id });
  }
}

function inSight(bench: Bench, user: string): { one: Pressable; container: Container }[] {
  const { home } = bench.workspace.slack.state(user);
  const message = bench.workspace.slack
    .state(user)
    .conversations.flatMap(({ id, messages }) => messages.map((said) => ({ ...said, channel: id })))
    .filter((said) => said.user === BOT)
    .toSorted((a, b) => a.ts.localeCompare(b.ts))
    .at(-1);
  const inMessage: Container = { kind: "message", channel: message?.channel ?? "", ts: message?.ts ?? "" };

  return [
    ...pressables(message?.blocks ?? []).map((one) => ({ one, container: inMessage })),
    ...pressables(home?.blocks ?? []).map((one) => ({ one, container: { kind: "home" } as const })),
  ];
}

function pressables(blocks: readonly Block[]): Pressable[] {
  return blocks.flatMap((block) => {
    const elements = [block["accessory"], ...(Array.isArray(block["elements"]) ? block["elements"] : [])];
    return elements.filter(isElement).map((element) => {
      const options = Array.isArray(element["options"]) ? element["options"] : [];
      return {
        blockId: block.block_id ?? "",
        actionId: element.action_id,
        element:
          element.type === "button"
            ? { type: "button", value: element["value"] ?? null }
            : { type: element.type, selected_option: options[0] ?? null },
      };
    });
  });
}

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly [key: string]: Json;
}

function isElement(value: Json | undefined): value is Element {
  return typeof value === "object" && value !== null && "action_id" in value;
}

/** All that this person has before their eyes, and all that was ever put there for them. */
function everythingSeen(bench: Bench, user: string): string {
  const put = bench.workspace.slack
    .journal()
    .map((entry) => JSON.stringify(entry))
    .filter((entry) => entry.includes(user) && !entry.includes(user === MAYA ? TOM : MAYA));
  return JSON.stringify([bench.seen(user), put]);
}
