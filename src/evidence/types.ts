/**
 * What a person did, in their own words: evidence in code, a "win" to people. Everything here belongs to one owner and is seen by that owner
 * alone until they share it.
 */

/** Whose it is. A person is a person of one workspace: the same user id elsewhere is somebody else. */
export interface Owner {
  readonly team: string;
  readonly user: string;
}

/** By which way it was handed to the bot. */
export type Origin = "command" | "modal" | "shortcut" | "mention" | "dm" | "emoji" | "home" | "peer" | "import";

/** Where a win stands in a framework, with the wording and version of that time: frameworks change, evidence does not. */
export interface Filing {
  readonly criterionId: string;
  /** Path of the framework that the person was reading. */
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  readonly wording: string;
  /** `Framework.contentHash` when it was filed. */
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly filedAt: string;
  /** Names the later version of the criterion that the person saw and said "keep as it was" to; see `keptMark`. */
  readonly keptAs?: string | undefined;
}

/** The message that a win was made from. */
export interface Source {
  readonly permalink: string | null;
  /** `channel:ts`; the same message is saved once. null for words typed to the bot. */
  readonly messageKey: string | null;
  /** User id of whoever wrote it, when that is not the owner: the text is then a quotation. */
  readonly author: string | null;
}

/** Who can see a win: nobody but its owner; others as well; or nobody now, and others for a time. */
export type Visibility = "private" | "shared" | "withdrawn";

/** With whom a win is shared. `name` is what the owner knew it by then; null where Slack does not say. */
interface Audience {
  readonly kind: "channel";
  readonly id: string;
  readonly name: string | null;
}

/** One time that the owner let others see a win. It is part of the win and is erased with it. */
export interface Share {
  /** See `shareId`. */
  readonly id: string;
  readonly audience: Audience;
  readonly sharedAt: string;
  /** What was shown; see `wordsMark`. */
  readonly shown: string;
  /** `ts` of the card. Slack does not say it when a card is posted; it is known from the press on its Withdraw. */
  readonly messageTs: string | null;
  readonly withdrawnAt: string | null;
}

export interface Win {
  /** 26 characters, sorts by creation. */
  readonly id: string;
  /** As typed: no escapes, mentions as `<@U…>`. At most 12,000 characters (UTF-16 units). */
  readonly text: string;
  /** Local calendar day of the owner, `YYYY-MM-DD`. */
  readonly happenedOn: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly origin: Origin;
  readonly source: Source;
  readonly outcome: string | null;
  readonly note: string | null;
  /** Slack user ids, or names as typed. */
  readonly people: readonly string[];
  readonly links: readonly string[];
  readonly filings: readonly Filing[];
  /** Earliest first. A win without any is its owner's alone. */
  readonly shares: readonly Share[];
  /** Set while it can still be undone; purged 24 hours later. */
  readonly deletedAt: string | null;
}

/** What can be said about a win when it is made; what is left out gets its default. */
export interface NewWin {
  readonly text: string;
  readonly happenedOn: string;
  readonly origin: Origin;
  readonly source?: Source;
  readonly outcome?: string | null;
  readonly note?: string | null;
  readonly people?: readonly string[];
  readonly links?: readonly string[];
  readonly filings?: readonly Filing[];
  readonly shares?: readonly Share[];
}

export type WinChanges = Partial<Pick<Win, "text" | "happenedOn" | "outcome" | "note" | "people" | "links">>;

export interface WinFilter {
  /** Words; each must occur (stemmed) in text, outcome, note or the wording of a filing. */
  readonly words?: string;
  readonly topic?: string;
  readonly level?: number;
  readonly framework?: string;
  readonly criterionId?: string;
  /** Inclusive, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly unfiled?: boolean;
  readonly origin?: Origin;
  /** Others can see it now. */
  readonly shared?: true;
}

/** Newest first. `before` is the id and day of the last win of the page before. */
export interface WinPage {
  readonly wins: readonly Win[];
  readonly total: number;
  /** Hand back to get the next page; null on the last. */
  readonly next: string | null;
}

/** A person's own choices. */
export interface Profile {
  readonly framework: string | null;
  readonly level: number | null;
  /** A to E. */
  readonly subLevel: string | null;
  /** IANA zone from Slack; null until it is known. */
  readonly tz: string | null;
  readonly emojiCapture: boolean;
  readonly setUpAt: string | null;
  readonly homeOpenedAt: string | null;
}

/** One to three things that the person wants to pay attention to. */
export interface Focus {
  readonly kind: "topic" | "criterion";
  readonly framework: string;
  readonly topic: string;
  /** null for a topic. */
  readonly criterionId: string | null;
  readonly wording: string | null;
  readonly note: string | null;
}

/** "No opportunity yet", in the person's own words. */
export interface OpportunityNote {
  readonly criterionId: string;
  readonly note: string | null;
  readonly notedAt: string;
}

/** Typed words that could not become a win yet. Gone after 24 hours. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly origin: Origin;
  readonly source: Source;
  readonly reason: string;
  readonly createdAt: string;
}
