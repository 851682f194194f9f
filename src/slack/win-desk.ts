import { setTimeout as pause } from "node:timers/promises";
import type { Catalogue } from "../catalogue/types.ts";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Owner, Win } from "../evidence/types.ts";
import { capture } from "../wins/capture.ts";
import type { Captured, Handed } from "../wins/captured.ts";
import { checkAfter } from "../wins/check-after.ts";
import { createHeldWords, type HeldWords } from "../wins/held.ts";
import { createReceipts } from "../wins/receipt.ts";
import { createFormReturns, type FormReturns } from "./form-returns.ts";
import type { Later } from "./later.ts";
import type { SlackPeople } from "./people.ts";
import { mentionedIn } from "./rich-text/handed-text.ts";
import type { Seal } from "./seal.ts";
import type { View } from "./views/render.ts";
import { erasedView, invalidView, refusedView, tooLongView, unsavedView } from "./views/wins/not-saved.ts";
import { type ReceiptLook, receiptView } from "./views/wins/receipt.ts";
import { type NameOf, shownWords } from "./views/wins/win-text.ts";

/** What a form did to a win, for where it was opened from. */
export interface WinChange {
  readonly owner: Owner;
  readonly win: Win;
  /** What happened to it, as the receipt's first word. */
  readonly title: string;
}

/**
 * Where listeners hand words in and get back what to show. It is one code path for every gesture: a listener takes the words out of
 * Slack's envelope and carries the answer back, and decides nothing.
 */
export interface WinDesk {
  readonly log: EvidenceLog;
  readonly people: SlackPeople;
  readonly held: HeldWords;
  readonly later: Later;
  readonly returns: FormReturns<WinChange>;
  readonly seal: Seal;
  /** Without colons; null: off. */
  readonly winEmoji: string | null;
  /** The address of a message, as Slack makes it; null until Slack has said where the workspace is. */
  permalink(channel: string, ts: string, thread?: string): string | null;
  catalogue(): Catalogue;
  now(): number;
  capture(handed: Handed, place: Place): Promise<Reply>;
  receipt(owner: Owner, win: Win, look: Partial<ReceiptLook>): Promise<View>;
  /** Something of this person changed: whatever shows it is drawn again. */
  changed(owner: Owner): void;
  /** A list of the person's wins as its code says, drawn now; where there is one. */
  readonly list: ((owner: Owner, code: string) => Promise<View | undefined>) | undefined;
  /** Never live, whatever it says. */
  readonly nameOf: NameOf;
}

const MOST_NAMES = 10;
const NAMES_MS = 400;

interface Place {
  readonly canShare: boolean;
}

export interface Reply {
  readonly captured: Captured;
  readonly view: View;
  /** What did not fit of words that are handed back. */
  readonly rest: string;
}

export interface WinDeskParts {
  readonly log: EvidenceLog;
  readonly people: SlackPeople;
  readonly later: Later;
  readonly catalogue: () => Catalogue;
  readonly now: () => number;
  readonly seal: Seal;
  readonly winEmoji: string | null;
  /** `https://brightwater.slack.com/`. */
  readonly workspaceUrl: () => string | undefined;
  readonly changed?: (owner: Owner) => void;
  readonly list?: (owner: Owner, code: string) => Promise<View | undefined>;
}

export function createWinDesk(parts: WinDeskParts): WinDesk {
  const { log, people, later, catalogue, now } = parts;
  const held = createHeldWords(now);
  const receipts = createReceipts({ log, people, catalogue });
  const changed = parts.changed ?? (() => undefined);
  const nameOf: NameOf = (user) => people.nameOf(user);

  const receipt: WinDesk["receipt"] = async (owner, win, look) =>
    receiptView(await receipts(owner, win), { title: "Saved", nameOf, canShare: false, ...look });

  async function show(owner: Owner, captured: Captured, place: Place): Promise<Omit<Reply, "captured">> {
    const whole = (view: View) => ({ view, rest: "" });

    switch (captured.kind) {
      case "saved":
        return whole(await receipt(owner, captured.win, { ...place, title: "Saved" }));
      case "repeat": {
        const title = captured.win.deletedAt === null ? "Saved" : "Saved before, and taken back since";
        return whole(await receipt(owner, captured.win, { ...place, title }));
      }
      case "same-text":
        return whole(
          await receipt(owner, captured.win, { ...place, title: "Already saved", again: true, quiet: true }),
        );
      case "too-long":
        return whole(tooLongView(captured.draft));
      case "invalid":
        return split(invalidView(captured.reasons, shownWords(captured.text, nameOf)));
      case "refused":
        return split(refusedView(captured.standing, captured.text));
      case "unsaved":
        return split(unsavedView(captured.because, captured.held, captured.text));
    }
  }

  /** The words are safe by now; a moment is spent on the names of whoever they mention, and no more than that. */
  async function learnNames({ owner: { team }, text }: Handed): Promise<void> {
    const unknown = mentionedIn(text)
      .filter((user) => nameOf(user) === undefined)
      .slice(0, MOST_NAMES);

    if (unknown.length > 0) {
      const looks = unknown.map((user) => people.look({ team, user }));
      await Promise.race([Promise.all(looks), pause(NAMES_MS, undefined, { ref: false })]);
    }
  }

  return {
    log,
    people,
    held,
    later,
    list: parts.list,
    returns: createFormReturns(now),
    seal: parts.seal,
    winEmoji: parts.winEmoji,
    permalink(channel, ts, thread) {
      const url = parts.workspaceUrl();
      if (url === undefined || !/^https:/.test(url)) return null;
      const within = thread === undefined || thread === ts ? "" : `?thread_ts=${thread}&cid=${channel}`;
      return `${url}archives/${channel}/p${ts.replace(".", "")}${within}`;
    },
    catalogue,
    now,
    changed,
    nameOf,
    receipt,
    async capture(handed, place) {
      const captured = await capture(handed, { log, people, held });

      if (captured.kind === "saved") {
        changed(handed.owner);
      }
      await learnNames(handed);
      return { captured, ...(await show(handed.owner, captured, place)) };
    },
  };
}

function split({ text, blocks, rest }: View & { readonly rest: string }): Omit<Reply, "captured"> {
  return { view: { text, blocks }, rest };
}

/**
 * After the receipt is out: for somebody whom memory did not know, asks Slack who they are. `tell` carries the words back to a guest or a
 * stranger whose words have just been erased.
 */
export function checkWhoLater(
  desk: WinDesk,
  handed: Handed,
  captured: Captured,
  tell: (view: View) => Promise<unknown>,
): void {
  if ((captured.kind !== "saved" && captured.kind !== "too-long") || desk.people.known(handed.owner) !== undefined) {
    return;
  }
  desk.later.run("check who handed in words", async () => {
    const checked = await checkAfter(handed.owner, captured, handed.writtenAt, desk);

    if (checked.kind === "erased") {
      desk.changed(handed.owner);
      const { text, blocks } = erasedView(checked.standing, handed.text);
      await tell({ text, blocks });
    }
  });
}
