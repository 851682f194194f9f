import type { WebClient } from "@slack/web-api";
import type { HeldFile } from "../catalogue/library.ts";
import type { Log } from "../log.ts";
import { brokenFrameworkView } from "./views/broken-framework.ts";

/** Who may reload, and who is told when a framework file breaks: the ids of the configuration, and the workspace's own admins. */
export interface Admins {
  /** Asks Slack for anybody who is not in the configuration; the answer is kept for ten minutes. False when Slack cannot be asked. */
  includes(user: string): Promise<boolean>;
  /** One direct message for each broken version of a file, to the admins of the configuration. */
  tellBroken(held: readonly HeldFile[]): void;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 1_000;

export function createAdmins(parts: {
  readonly ids: readonly string[];
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
}): Admins {
  const { ids, client, log, now } = parts;
  const asked = new Map<string, { readonly at: number; readonly admin: boolean }>();
  const told = new Set<string>();

  async function ask(user: string): Promise<boolean> {
    const { user: profile } = await client.users.info({ user });
    const admin = profile?.is_admin === true || profile?.is_owner === true;

    if (asked.size >= MOST_KEPT) {
      asked.clear();
    }
    asked.set(user, { at: now(), admin });
    return admin;
  }

  async function tell(file: HeldFile): Promise<void> {
    for (const user of ids) {
      try {
        await client.chat.postMessage({
          channel: user,
          ...brokenFrameworkView(file),
          unfurl_links: false,
          unfurl_media: false,
        });
      } catch (error) {
        log.warn({ error, file: file.file }, "an admin could not be told of a broken framework");
      }
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
        const version = `${file.file} ${file.brokenVersion}`;

        if (!told.has(version)) {
          told.add(version);
          void tell(file);
        }
      }
    },
  };
}
