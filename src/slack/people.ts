import { setTimeout as pause } from "node:timers/promises";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Owner } from "../evidence/types.ts";
import type { Log } from "../log.ts";
import type { SeenPerson } from "../one-to-ones/follow-person.ts";
import type { People, Person } from "../wins/people.ts";
import { type SlackUser, toPerson } from "./slack-user.ts";

/** Who somebody is in Slack, asked once and kept for a day. Names that Slack hands over with a mention are kept beside. */
export interface SlackPeople extends People {
  /** The name that somebody is shown by, as far as it is known. */
  nameOf(user: string): string | undefined;
  learnName(user: string, name: string): void;
  /** Slack has just said it by itself, or was asked by somebody else. */
  learn(owner: Owner, user: SlackUser): Person;
  /** Milliseconds since Slack said what is known of them; infinity where nothing is. */
  age(owner: Owner): number;
}

const KEPT_MS = 24 * 60 * 60_000;
const MOST_KEPT = 20_000;
/** After Slack did not say: a busy hour must not become a call for every word. */
const PAUSE_MS = 60_000;
/** What somebody who waits for an answer can spare: Slack gives three seconds for all of it. */
const GLANCE_MS = 400;

export function createPeople(parts: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
  /** Whose token we hold; undefined until Slack has said. */
  readonly teamId: () => string | undefined;
  /** Told whenever Slack says who somebody is. */
  readonly learned?: (owner: Owner, person: Person) => void;
}): SlackPeople {
  const { client, log, now, teamId, learned = () => undefined } = parts;
  const kept = new Map<string, { readonly person: Person; readonly at: number }>();
  const names = new Map<string, string>();
  const unanswered = new Map<string, number>();
  const asking = new Map<string, { readonly since: number; readonly answer: Promise<Person | undefined> }>();

  function learn(owner: Owner, user: SlackUser): Person {
    const person = toPerson(user, owner.user, teamId() ?? owner.team);

    forgetSome(kept);
    forgetSome(names);
    kept.set(keyOf(owner), { person, at: now() });
    names.set(owner.user, person.name);
    learned(owner, person);
    return person;
  }

  async function ask({ team, user: id }: Owner): Promise<Person | undefined> {
    try {
      const { user } = await client.users.info({ user: id });

      return learn({ team, user: id }, user ?? {});
    } catch (error) {
      const reason = error instanceof WebAPIPlatformError ? error.data.error : "unreachable";
      log.warn({ reason }, "slack did not say who somebody is");
      forgetSome(unanswered);
      unanswered.set(keyOf({ team, user: id }), now());
      return undefined;
    }
  }

  const known = (owner: Owner) => {
    const found = kept.get(keyOf(owner));
    return found !== undefined && now() - found.at < KEPT_MS ? found.person : undefined;
  };

  function look(owner: Owner): Promise<Person | undefined> {
    const key = keyOf(owner);
    const found = known(owner);

    if (found !== undefined || now() - (unanswered.get(key) ?? -PAUSE_MS) < PAUSE_MS) {
      return Promise.resolve(found);
    }
    const running = asking.get(key) ?? {
      since: performance.now(),
      answer: ask(owner).finally(() => asking.delete(key)),
    };
    asking.set(key, running);
    return running.answer;
  }

  return {
    known,
    look,
    async glance(owner) {
      const looking = look(owner);
      const since = asking.get(keyOf(owner))?.since ?? performance.now();
      const left = Math.max(0, GLANCE_MS - (performance.now() - since));

      return await Promise.race([looking, pause(left, undefined, { ref: false })]);
    },
    learn,
    age: (owner) => now() - (kept.get(keyOf(owner))?.at ?? Number.NEGATIVE_INFINITY),
    nameOf: (user) => names.get(user),
    learnName(user, name) {
      forgetSome(names);
      names.set(user, names.get(user) ?? name);
    },
  };
}

/** As reminders look at somebody. */
export function seenPerson({ standing, tz, unreachable }: Person): SeenPerson {
  return { standing, tz, deactivated: unreachable !== undefined };
}

function keyOf({ team, user }: Owner): string {
  return `${team}.${user}`;
}

function forgetSome(kept: Map<string, unknown>): void {
  if (kept.size < MOST_KEPT) return;
  for (const key of [...kept.keys()].slice(0, MOST_KEPT / 2)) kept.delete(key);
}
