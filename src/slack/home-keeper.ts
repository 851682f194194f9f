import type { HomeView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Owner } from "../evidence/types.ts";
import { HOME_CALLBACK } from "./ids.ts";
import type { Later } from "./later.ts";
import type { MyPage, PlaceDesk } from "./place-desk.ts";
import { HOME } from "./screen.ts";
import type { View } from "./views/render.ts";

/**
 * Keeps each person's Home current when they look at it: drawn at every look, and after a change if they looked within the last hour.
 * Changes that come while it is being drawn make one more drawing, not several.
 */
export interface HomeKeeper {
  /** The person looks. */
  opened(owner: Owner): Promise<void>;
  /** The person went to this page in Home. */
  show(owner: Owner, page: MyPage, remark?: string): Promise<void>;
  /** Something was pressed in Home; a lookup is drawn by whoever answers it. */
  touched(owner: Owner, page?: MyPage): void;
  /** Something of the person's changed. */
  changed(owner: Owner): void;
  /** Nothing of the person's is left to draw. */
  forget(owner: Owner): void;
}

export interface HomeKeeperParts {
  readonly place: PlaceDesk;
  readonly client: WebClient;
  readonly later: Later;
  readonly now: () => number;
}

interface Looked {
  readonly at: number;
  readonly page: MyPage;
}

/** Somebody's Home being drawn. */
interface Turn {
  /** What to draw next; undefined when nothing has changed meanwhile. */
  again: { readonly asked: boolean; readonly remark: string | undefined } | undefined;
  drawn: Promise<void>;
}

const LOOKED_MS = 60 * 60_000;
const MOST_KEPT = 20_000;
/** Pages that show nothing of what changes. */
const STILL: ReadonlySet<MyPage["kind"]> = new Set(["lookup", "said", "forget", "forgotten"]);

export function createHomeKeeper({ place, client, later, now }: HomeKeeperParts): HomeKeeper {
  const looked = new Map<string, Looked>();
  const drawing = new Map<string, Turn>();

  function keep(owner: Owner, page: MyPage): void {
    const key = keyOf(owner);
    looked.delete(key);
    looked.set(key, { at: now(), page });
    for (const old of looked.keys()) {
      if (looked.size <= MOST_KEPT) break;
      looked.delete(old);
    }
  }

  async function publish(owner: Owner, page: MyPage, remark?: string): Promise<void> {
    const view = await place.view(owner, page, "home", remark);
    await client.views.publish({ user_id: owner.user, view: homeTab(view) });
  }

  async function pageInView(owner: Owner): Promise<MyPage | undefined> {
    const memory = looked.get(keyOf(owner));
    if (memory !== undefined) return now() - memory.at < LOOKED_MS ? memory.page : undefined;
    const openedAt = (await place.log.profile(owner))?.homeOpenedAt ?? null;
    return openedAt !== null && now() - Date.parse(openedAt) < LOOKED_MS ? HOME : undefined;
  }

  /** One drawing at a time for each person, so that an older page never comes after a newer one. */
  function draw(owner: Owner, asked: boolean, remark?: string): Promise<void> {
    const key = keyOf(owner);
    const running = drawing.get(key);

    if (running !== undefined) {
      running.again = { asked: asked || running.again?.asked === true, remark: remark ?? running.again?.remark };
      return running.drawn;
    }
    const turn: Turn = { again: { asked, remark }, drawn: Promise.resolve() };
    drawing.set(key, turn);
    turn.drawn = drawWhileAsked(owner, turn).finally(() => drawing.delete(key));
    return turn.drawn;
  }

  async function drawWhileAsked(owner: Owner, turn: Turn): Promise<void> {
    for (let { again } = turn; again !== undefined; again = turn.again) {
      turn.again = undefined;
      const page = await pageInView(owner);
      if (page !== undefined && (again.asked || !STILL.has(page.kind))) await publish(owner, page, again.remark);
    }
  }

  return {
    async opened(owner) {
      const person = await place.people.glance(owner);
      const profile = await place.log.profile(owner);
      const page = HOME;

      if (profile !== undefined && (person?.standing ?? "member") === "member") {
        const zone = person?.tz == null || person.tz === profile.tz ? {} : { tz: person.tz };
        await place.log.saveProfile(owner, { homeOpenedAt: new Date(now()).toISOString(), ...zone });
      }
      keep(owner, page);
      await draw(owner, true);
    },
    async show(owner, page, remark) {
      keep(owner, page);
      await draw(owner, true, remark);
    },
    touched(owner, page) {
      keep(owner, page ?? looked.get(keyOf(owner))?.page ?? HOME);
    },
    changed(owner) {
      later.run("draw Home after a change", () => draw(owner, false));
    },
    forget(owner) {
      looked.delete(keyOf(owner));
    },
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}.${user}`;
}

function homeTab({ blocks }: View): HomeView {
  return { type: "home", callback_id: HOME_CALLBACK, blocks: [...blocks] };
}
