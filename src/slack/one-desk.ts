import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Owner } from "../evidence/types.ts";
import type { PlanBook } from "../nudges/nudge-book.ts";
import { isZone } from "../nudges/time/rule.ts";
import type { FollowParts } from "../one-to-ones/follow-person.ts";
import { type NudgeSettings, settingsOf } from "../one-to-ones/nudge-settings.ts";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import type { PlanParts } from "../one-to-ones/plans.ts";
import { type PrepareParts, prepare } from "../one-to-ones/prepare.ts";
import { canWithdraw, type OneToOne } from "../one-to-ones/types.ts";
import { isPausedNow, nextTurn, type Turn, turnOn } from "../one-to-ones/when.ts";
import type { Person } from "../wins/people.ts";
import type { CopyPost } from "./copy-post.ts";
import { createFollower, type Follower } from "./follower.ts";
import { createFormReturns, type FormReturns } from "./form-returns.ts";
import type { Later } from "./later.ts";
import type { SlackPeople } from "./people.ts";
import type { SlackUser } from "./slack-user.ts";
import type { Part } from "./views/card.ts";
import { homeParts } from "./views/one-to-ones/home-section.ts";
import { goneView, type Listed, listView } from "./views/one-to-ones/list.ts";
import { preparationView } from "./views/one-to-ones/preparation.ts";
import type { View } from "./views/render.ts";
import type { NameOf } from "./views/wins/win-text.ts";

/** What the listeners of 1:1s and nudges work with. Whose it is comes from the envelope; a value only says which. */
export interface OneDesk extends PrepareParts, PlanParts {
  readonly log: EvidenceLog;
  readonly book: OneToOneBook;
  readonly copies: CopyPost;
  readonly plans: PlanBook;
  readonly people: SlackPeople;
  readonly later: Later;
  readonly nameOf: NameOf;
  readonly returns: FormReturns<View>;
  changed(owner: Owner): void;
  /** The reminders are to look at the clock now: something may be due at once. */
  look(): void;
  permalink(channel: string, ts: string, thread?: string): string | null;
  /** Where Slack says that they are. */
  zoneOf(owner: Owner): Promise<string>;
  /** Where they are, as far as that is known apart from where the 1:1 is. */
  hereOf(owner: Owner, one: Pick<OneToOne, "zone">): Promise<string>;
  /** The optional scope for which being away is not seen; null where it is. */
  unseen(): string | null;
  /** Whether anything is kept of them. */
  isKnown(owner: Owner): Promise<boolean>;
  /** Slack said who they are, by itself or because it was asked. Resolves when their plans know. */
  personSaid(owner: Owner, user: SlackUser): Promise<void>;
  learned(owner: Owner, person: Person): void;
  readonly follower: Follower;
  /** An event named their conversation with the bot. */
  heard(owner: Owner, channel: string): Promise<void>;
  settings(owner: Owner): Promise<NudgeSettings>;
  listed(owner: Owner): Promise<readonly Listed[]>;
  /** From page 1. */
  list(owner: Owner, remark?: string, page?: number): Promise<View>;
  /** The 1:1 and its turn; the next one where no day is named, or one that it does not have. */
  find(owner: Owner, id: string, day?: string): Promise<Found | undefined>;
  preparation(owner: Owner, id: string, day?: string, remark?: string): Promise<View>;
  home(owner: Owner): Promise<readonly Part[]>;
}

interface Found {
  readonly one: OneToOne;
  readonly turn: Turn;
}

export interface OneDeskParts extends PrepareParts, FollowParts {
  readonly log: EvidenceLog;
  readonly later: Later;
  readonly unseen: () => string | null;
  readonly heard: OneDesk["heard"];
  readonly book: OneToOneBook;
  readonly copies: CopyPost;
  readonly people: SlackPeople;
  readonly changed: (owner: Owner) => void;
  readonly look: () => void;
  readonly permalink: OneDesk["permalink"];
}

export function createOneDesk(parts: OneDeskParts): OneDesk {
  const { book, log, people, plans, now } = parts;
  const nameOf: NameOf = (user) => people.nameOf(user);

  const zoneOf: OneDesk["zoneOf"] = async (owner) => {
    const known = people.known(owner)?.tz ?? (await log.profile(owner))?.tz ?? (await people.glance(owner))?.tz ?? null;
    return known !== null && isZone(known) ? known : "UTC";
  };
  const settings: OneDesk["settings"] = async (owner) => settingsOf(await plans.plans(owner), await zoneOf(owner));

  const hereOf: OneDesk["hereOf"] = async (owner, { zone }) => (await plans.workingHours(owner)).zone ?? zone;

  const listed: OneDesk["listed"] = async (owner) => {
    const ones = await book.list(owner);
    const off = (await plans.plans(owner)).filter(({ kind, state }) => kind === "preparation" && state === "off");
    return await Promise.all(
      ones.map(async (oneToOne) => {
        await people.glance({ team: owner.team, user: oneToOne.with });
        return {
          oneToOne,
          next: nextTurn(oneToOne, await book.turns(owner, oneToOne.id), now()),
          points: (await book.points(owner, oneToOne.id)).length,
          paused: isPausedNow(oneToOne, now()),
          here: await hereOf(owner, oneToOne),
          off: off.find(({ about }) => about === oneToOne.id)?.reason ?? null,
        };
      }),
    );
  };

  const find: OneDesk["find"] = async (owner, id, day) => {
    const one = await book.get(owner, id);
    if (one === undefined) return undefined;
    await people.glance({ team: owner.team, user: one.with });
    const notes = await book.turns(owner, id);
    return { one, turn: turnOn(one, notes, day ?? "") ?? nextTurn(one, notes, now()) };
  };

  const follower = createFollower(parts);

  return {
    ...parts,
    nameOf,
    returns: createFormReturns(now),
    zoneOf,
    hereOf,
    follower,
    isKnown: async (owner) =>
      people.known(owner) !== undefined ||
      (await log.profile(owner)) !== undefined ||
      (await plans.plans(owner)).length > 0,
    async personSaid(owner, user) {
      await follower.follow(owner, people.learn(owner, user));
    },
    learned: (owner, person) => parts.later.run("follow a person", () => follower.follow(owner, person)),
    settings,
    listed,
    find,
    list: async (owner, remark, page) => listView(await listed(owner), { now: now(), nameOf, remark, page }),
    async preparation(owner, id, day, remark) {
      const found = await find(owner, id, day);
      if (found === undefined) return goneView();
      const preparation = await prepare(parts, owner, found.one, found.turn);
      const here = await hereOf(owner, found.one);
      const sent = (await book.sentCopies(owner, id)).some(canWithdraw);
      return preparationView(preparation, { nameOf, here, sent, ...(remark === undefined ? {} : { remark }) });
    },
    home: async (owner) =>
      homeParts({ listed: await listed(owner), settings: await settings(owner), now: now() }, nameOf),
  };
}
