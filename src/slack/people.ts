import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Owner } from "../evidence/types.ts";
import type { Log } from "../log.ts";
import type { People, Person } from "../wins/people.ts";

/** Who somebody is in Slack, asked once and kept for a day. Names that Slack hands over with a mention are kept beside. */
export interface SlackPeople extends People {
  /** The name that somebody is shown by, as far as it is known. */
  nameOf(user: string): string | undefined;
  learnName(user: string, name: string): void;
}

const KEPT_MS = 24 * 60 * 60_000;
const MOST_KEPT = 20_000;
/** After Slack did not say: a busy hour must not become a call for every word. */
const PAUSE_MS = 60_000;

export function createPeople(parts: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
  /** Whose token we hold; undefined until Slack has said. */
  readonly teamId: () => string | undefined;
}): SlackPeople {
  const { client, log, now, teamId } = parts;
  const kept = new Map<string, { readonly person: Person; readonly at: number }>();
  const names = new Map<string, string>();
  const unanswered = new Map<string, number>();
  const asking = new Map<string, Promise<Person | undefined>>();

  async function ask({ team, user: id }: Owner): Promise<Person | undefined> {
    try {
      const { user } = await client.users.info({ user: id });
      const home = user?.team_id ?? team;
      const stranger = user?.is_stranger === true || home !== (teamId() ?? team);
      const guest = user?.is_restricted === true || user?.is_ultra_restricted === true;
      const person: Person = {
        standing: stranger ? "stranger" : guest ? "guest" : "member",
        tz: user?.tz ?? null,
        name: user?.profile?.display_name || user?.real_name || user?.name || id,
      };

      forgetSome(kept);
      forgetSome(names);
      kept.set(keyOf({ team, user: id }), { person, at: now() });
      names.set(id, person.name);
      return person;
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

  return {
    known,
    look(owner) {
      const key = keyOf(owner);
      const found = known(owner);

      if (found !== undefined || now() - (unanswered.get(key) ?? -PAUSE_MS) < PAUSE_MS) {
        return Promise.resolve(found);
      }
      const running = asking.get(key) ?? ask(owner).finally(() => asking.delete(key));
      asking.set(key, running);
      return running;
    },
    nameOf: (user) => names.get(user),
    learnName(user, name) {
      forgetSome(names);
      names.set(user, names.get(user) ?? name);
    },
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}.${user}`;
}

function forgetSome(kept: Map<string, unknown>): void {
  if (kept.size < MOST_KEPT) return;
  for (const key of [...kept.keys()].slice(0, MOST_KEPT / 2)) kept.delete(key);
}
