/** All that the local Slack knows, in one value that the API, the door and the deliveries share. */

import { createFaultBox, type FaultBox } from "./faults.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createLies, type Lies } from "./lies.ts";
import type { Payload } from "./payload.ts";
import { createResponseUrls, type ResponseUrls } from "./response-urls.ts";
import type { Scenario, ScenarioPerson } from "./scenario.ts";
import { createTriggers, type Triggers } from "./triggers.ts";
import { createViews, type StoredView, type Views, viewPayload } from "./views.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

interface Notice {
  readonly id: number;
  readonly user: string;
  readonly conversation: string | null;
  readonly text: string;
}

export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  readonly scenario: Scenario;
  readonly bot: ScenarioPerson;
  readonly scopes: ReadonlySet<string>;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly journal: Journal;
  readonly faults: FaultBox;
  readonly lies: Lies;
  /** Files on their way in, by file id; `content` once the bytes have arrived. */
  readonly uploads: Map<string, { readonly name: string; readonly length: number; content: string | undefined }>;
  readonly canvases: Map<string, { readonly title: string; readonly markdown: string }>;
  notices(user: string): readonly Notice[];
  /** What Slack itself tells this one person. */
  notify(user: string, conversation: string | null, text: string): void;
  viewPayload(view: StoredView): Payload;
  /** Says that somebody may see something new. */
  changed(): void;
  onChange(listener: () => void): () => void;
  reset(): void;
}

export function createWorld(options: {
  readonly scenario: Scenario;
  readonly scopes: readonly string[];
  readonly now: () => number;
}): World {
  const { scenario, now } = options;
  const workspace = createWorkspace(scenario, now);
  const views = createViews(workspace.withBlockIds, now);
  const triggers = createTriggers(now);
  const responseUrls = createResponseUrls(now);
  const journal = createJournal(now);
  const faults = createFaultBox();
  const lies = createLies();
  const uploads: World["uploads"] = new Map();
  const canvases: World["canvases"] = new Map();
  const listeners = new Set<() => void>();
  let notices: Notice[] = [];
  let lastNotice = 0;

  function changed(): void {
    for (const listener of [...listeners]) listener();
  }

  journal.watch(changed);

  return {
    now,
    scenario,
    bot: scenario.app.botUser,
    scopes: new Set(options.scopes),
    workspace,
    views,
    triggers,
    responseUrls,
    journal,
    faults,
    lies,
    uploads,
    canvases,
    notices: (user) => notices.filter((notice) => notice.user === user),
    notify(user, conversation, text) {
      lastNotice += 1;
      notices = [...notices.slice(-99), { id: lastNotice, user, conversation, text }];
      changed();
    },
    viewPayload: (view) =>
      viewPayload(view, { teamId: scenario.team.id, appId: scenario.app.id, botId: scenario.app.botId }),
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset() {
      workspace.reset();
      views.reset();
      triggers.clear();
      responseUrls.clear();
      journal.clear();
      faults.clear();
      lies.clear();
      uploads.clear();
      canvases.clear();
      notices = [];
      changed();
    },
  };
}
