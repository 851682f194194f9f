/**
 * Open modals and Home tabs, per person. A stack holds three modals; a view changes its hash with every change, which is how
 * Slack notices that somebody else was quicker.
 */

import { flagAt, isBlock, isPayload, listAt, type Payload, payloadAt, textAt } from "./payload.ts";
import type { Block, Breach, ViewState } from "./protocol.ts";

const stackLimit = 3;

export interface StoredView {
  readonly id: string;
  readonly user: string;
  readonly type: "modal" | "home";
  /** As the bot sent it, with a `block_id` on each block. */
  definition: Payload;
  blocks: readonly Block[];
  hash: string;
  state: ViewState;
  errors: { readonly [blockId: string]: string };
  breaches: readonly Breach[];
  readonly root: string;
  readonly previous: string | null;
}

export interface Views {
  find(id: string): StoredView | undefined;
  findByExternalId(externalId: string): StoredView | undefined;
  home(user: string): StoredView | undefined;
  /** Open modals, the one on top last. */
  stack(user: string): readonly StoredView[];
  open(user: string, definition: Payload, breaches: readonly Breach[]): StoredView;
  /** undefined: three are open already. */
  push(user: string, definition: Payload, breaches: readonly Breach[]): StoredView | undefined;
  change(view: StoredView, definition: Payload, breaches: readonly Breach[]): void;
  publish(user: string, definition: Payload, breaches: readonly Breach[]): StoredView;
  /** Takes the modal away, with everything above it. */
  close(view: StoredView): void;
  clear(user: string): void;
  reset(): void;
}

export function createViews(withBlockIds: (blocks: readonly Block[]) => readonly Block[], now: () => number): Views {
  const stacks = new Map<string, StoredView[]>();
  const homes = new Map<string, StoredView>();
  let last = 0;
  let lastHash = 0;

  function nextHash(): string {
    lastHash += 1;
    return `${Math.floor(now() / 1000)}.${lastHash.toString(36).padStart(8, "0")}`;
  }

  function create(
    user: string,
    type: StoredView["type"],
    definition: Payload,
    breaches: readonly Breach[],
    below?: StoredView,
  ): StoredView {
    last += 1;
    const id = `V${String(last).padStart(10, "0")}`;
    return {
      id,
      user,
      type,
      definition,
      blocks: withBlockIds(listAt(definition, "blocks").filter(isBlock)),
      hash: nextHash(),
      state: {},
      errors: {},
      breaches,
      root: below?.root ?? id,
      previous: below?.id ?? null,
    };
  }

  function all(): StoredView[] {
    return [...homes.values(), ...[...stacks.values()].flat()];
  }

  return {
    find: (id) => all().find((view) => view.id === id),
    findByExternalId: (externalId) => all().find((view) => textAt(view.definition, "external_id") === externalId),
    home: (user) => homes.get(user),
    stack: (user) => [...(stacks.get(user) ?? [])],
    open(user, definition, breaches) {
      const view = create(user, "modal", definition, breaches);
      stacks.set(user, [view]);
      return view;
    },
    push(user, definition, breaches) {
      const stack = stacks.get(user) ?? [];
      if (stack.length >= stackLimit) return undefined;
      const view = create(user, "modal", definition, breaches, stack.at(-1));
      stacks.set(user, [...stack, view]);
      return view;
    },
    change(view, definition, breaches) {
      view.definition = definition;
      view.blocks = withBlockIds(listAt(definition, "blocks").filter(isBlock));
      view.hash = nextHash();
      view.errors = {};
      view.breaches = breaches;
    },
    publish(user, definition, breaches) {
      const found = homes.get(user);
      if (found !== undefined) {
        this.change(found, definition, breaches);
        return found;
      }
      const view = create(user, "home", definition, breaches);
      homes.set(user, view);
      return view;
    },
    close(view) {
      const stack = stacks.get(view.user) ?? [];
      const at = stack.findIndex((open) => open.id === view.id);
      if (at !== -1) stacks.set(view.user, stack.slice(0, at));
    },
    clear(user) {
      stacks.delete(user);
    },
    reset() {
      stacks.clear();
      homes.clear();
    },
  };
}

/** The view object of API answers and payloads. */
export function viewPayload(
  view: StoredView,
  place: { readonly teamId: string; readonly appId: string; readonly botId: string },
): Payload {
  const { definition } = view;
  return {
    id: view.id,
    team_id: place.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: textAt(definition, "private_metadata") ?? "",
    callback_id: textAt(definition, "callback_id") ?? "",
    state: { values: view.state },
    hash: view.hash,
    title: textObject(definition, "title") ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: flagAt(definition, "clear_on_close"),
    notify_on_close: flagAt(definition, "notify_on_close"),
    close: textObject(definition, "close"),
    submit: textObject(definition, "submit"),
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: place.appId,
    external_id: textAt(definition, "external_id") ?? "",
    app_installed_team_id: place.teamId,
    bot_id: place.botId,
  };
}

export function viewText(view: StoredView, key: "title" | "submit" | "close"): string | null {
  return textAt(payloadAt(view.definition, key), "text") ?? null;
}

function textObject(definition: Payload, key: string): Payload | null {
  const value = definition[key];
  return isPayload(value) ? { emoji: true, ...value } : null;
}
