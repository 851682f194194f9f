import type { WebClient } from "@slack/web-api";
import type { HeldFile } from "../catalogue/library.ts";
import type { Log } from "../log.ts";
import type { ToldVersions } from "../store/told-versions.ts";
import { brokenFrameworkView } from "./views/broken-framework.ts";

/** Who may reload, and who is told when a framework file breaks: the ids of the configuration, and the workspace's own admins. */
export interface Admins {
  /** Asks Slack for anybody who is not in the configuration; the answer is kept for ten minutes. False when Slack cannot be asked. */
  includes(user: string): Promise<boolean>;
  /** One direct message for each broken version of a file, to the admins of the configuration, over restarts too. */
  tellBroken(held: readonly HeldFile[]): void;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 1_000;

export function createAdmins(parts: {
  readonly ids: readonly string[];
  readonly client: WebClient;
  readonly told: ToldVersions;
  readonly log: Log;
  readonly now: () => number;
}): Admins {
  const { ids, client, told, log, now } = parts;
  const asked = new Map<string, { readonly at: number; readonly admin: boolean }>();
  /** Being told, or told by this process. */
  const taken = new Set<string>();

  async function ask(user: string): Promise<boolean> {
    const { user: profile } = await client.users.info({ user });
    const admin = profile?.is_admin === true || profile?.is_owner === true;

    if (asked.size >= MOST_KEPT) {
      asked.clear();
    }
    asked.set(user, { at: now(), admin });
    return admin;
  }

  /** Whether anybody could be told. */
  async function tell(file: HeldFile): Promise<boolean> {
    let reached = false;

    for (const user of ids) {
      try {
        await client.chat.postMessage({
          channel: user,
          ...brokenFrameworkView(file),
          unfurl_links: false,
          unfurl_media: false,
        });
        reached = true;
      } catch (error) {
        log.warn({ error, file: file.file }, "an admin could not be told of a broken framework");
      }
    }
    return reached;
  }

  async function tellOnce(file: HeldFile): Promise<void> {
    // A database that cannot say is no reason to keep it from them.
    if (await told.has(file.brokenVersion).catch(() => false)) {
      return;
    }
    if (await tell(file)) {
      await told.add(file.brokenVersion).catch((error: unknown) => {
        log.warn({ error, file: file.file }, "the admins will be told of this broken framework again after a restart");
      });
    } else {
      taken.delete(file.brokenVersion);
    }
  }

  return {
    async includes(user) {
      const known = asked.get(user);

      if (ids.includes(user)) {
        return true;
      }
      if (known !== undefined && now() - known.at < KEPT_MS) {
        return known.admin;
      }
      return await ask(user).catch((error: unknown) => {
        log.warn({ error }, "slack did not say who is an admin");
        return false;
      });
    },
    tellBroken(held) {
      for (const file of held) {
        if (!taken.has(file.brokenVersion)) {
          taken.add(file.brokenVersion);
          void tellOnce(file);
        }
      }
    },
  };
}
