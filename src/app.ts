import { createLibrary, type Library, type ReloadOutcome } from "./catalogue/library.ts";
import type { Catalogue } from "./catalogue/types.ts";
import { warmLexicon } from "./command/names.ts";
import type { Config, SlackConfig } from "./config.ts";
import { createKeptLibrary, type KeptLibrary } from "./criteria-keeping.ts";
import type { EvidenceLog } from "./evidence/evidence-log.ts";
import { keepChoices } from "./evidence/kept-choices.ts";
import { healthRoutes } from "./http/health.ts";
import { listen } from "./http/server.ts";
import type { Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { readerOf } from "./place/my-place.ts";
import { createReminding } from "./reminding.ts";
import { searchOf } from "./search/searches.ts";
import { createAdmins } from "./slack/admins.ts";
import { createDesk } from "./slack/desk.ts";
import { createHomeKeeper } from "./slack/home-keeper.ts";
import { createLater } from "./slack/later.ts";
import { registerListeners } from "./slack/listeners/index.ts";
import { createPeople } from "./slack/people.ts";
import { createPlaceDesk } from "./slack/place-desk.ts";
import { createSeal } from "./slack/seal.ts";
import { connect } from "./slack/transport/connect.ts";
import { createGate } from "./slack/transport/gate.ts";
import { learnIdentity } from "./slack/transport/identity.ts";
import { postToResponseUrl } from "./slack/transport/response-url.ts";
import { createBackgroundClient } from "./slack/transport/web-clients.ts";
import { createWinDesk } from "./slack/win-desk.ts";
import { decodeWins } from "./slack/wins-code.ts";
import { openDatabase } from "./store/open-database.ts";
import { createSqlEvidenceLog } from "./store/sql-evidence-log.ts";
import { keepPurged } from "./store-keeping.ts";
import { version } from "./version.ts";

export interface App extends AsyncDisposable {
  /** Where Slack's requests, health and metrics are served. */
  readonly port: number;
  /** The record of what people did. */
  readonly evidence: EvidenceLog;
  /** Sends what is due by now, without waiting for the minute. */
  look(): Promise<void>;
  /** When the next reminder of anybody is due, in milliseconds since 1970; null when none is planned. */
  nextReminder(): Promise<number | null>;
  /** The frameworks of this moment. */
  catalogue(): Catalogue;
  /** Reads the frameworks again. */
  reload(): Promise<ReloadOutcome>;
}

export interface AppOptions {
  readonly log: Log;
  /** Refuse to start when a framework file is broken. */
  readonly strict?: boolean;
  readonly now?: () => number;
}

/**
 * The composition root: configuration in, a running bot out. Whatever is opened here registers its own closing, so that a start that fails
 * half way closes what it had opened, and a stop is the reverse of the start: no new requests, then what runs, then the rest.
 */
export async function createApp(
  config: Config & { readonly slack: SlackConfig },
  { log, strict = false, now = Date.now }: AppOptions,
): Promise<App> {
  await using opening = new AsyncDisposableStack();
  const metrics = createMetrics();
  const background = createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log);
  const admins = createAdmins({ ids: config.adminUserIds, client: background, log, now });

  let kept: KeptLibrary | undefined;
  const library = opening.use(
    await createLibrary(config.frameworksDir, {
      onReload: (outcome) => {
        void kept?.adopt();
        report(library, metrics, log);
        admins.tellBroken(outcome.held);
      },
    }),
  );

  report(library, metrics, log);
  if (strict && library.problems().some((problem) => problem.severity === "error")) {
    throw new Error(
      "A framework file is broken, and --strict was given. Run `npm run -s progression -- lint` for the list.",
    );
  }

  const clock = () => new Date(now());
  const database = opening.use(await openDatabase(config.databaseUrl, { now: clock }));
  const evidence = keepChoices(createSqlEvidenceLog(database, { now: clock }));
  opening.use(keepPurged({ evidence, database, log, now: clock }));

  const frameworks = await createKeptLibrary(library, database, {
    log,
    now: clock,
    prepare: async (one) => {
      await searchOf(one).warm();
      await warmLexicon(one);
    },
  });
  kept = frameworks;
  opening.defer(() => frameworks.close());
  const catalogue = () => frameworks.current();

  const leaving = new AbortController();
  const identity = learnIdentity(background, log, leaving.signal);
  const gate = createGate({ log, metrics, now, teamId: identity.teamId, respond: postToResponseUrl });
  const connection = connect({ slack: config.slack, gate, identity: () => identity, log });

  const later = createLater(log);
  const people = createPeople({ client: background, log, now, teamId: identity.teamId });

  const desk = createDesk({
    library: frameworks,
    admins,
    version,
    readerOf: async (owner) => readerOf(await evidence.profile(owner), catalogue()),
  });
  const place = createPlaceDesk({
    log: evidence,
    people,
    desk,
    catalogue,
    find: frameworks.find,
    now,
    winEmoji: config.winEmoji,
    alsoAtHome: (owner) => reminding.desk.home(owner),
  });
  const home = createHomeKeeper({ place, client: background, later, now });
  const wins = createWinDesk({
    log: evidence,
    people,
    later,
    seal: createSeal(config.slack.botToken),
    winEmoji: config.winEmoji,
    workspaceUrl: identity.workspaceUrl,
    catalogue,
    now,
    changed: home.changed,
    list: (owner, code) => place.view(owner, { kind: "wins", page: decodeWins(code) }, "message"),
  });
  const reminding = createReminding({
    database,
    evidence,
    wins,
    client: createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log),
    log,
    now,
  });

  registerListeners(connection.app, {
    desk,
    my: { place, home, later, held: wins.held },
    wins,
    ones: reminding.desk,
    identity: () => identity,
    log,
  });

  const server = await listen(
    {
      ...connection.routes,
      ...healthRoutes({
        metrics,
        ready: [
          () => (library.current().frameworks.length === 0 ? "no framework is loaded" : null),
          identity.waitingFor,
          connection.waitingFor,
          reminding.trouble,
        ],
        notes: () => [identity.trouble(), brokenFiles(library)].filter((note) => note !== null),
      }),
    },
    config.host,
    config.port,
    log,
  );

  opening.defer(async () => {
    leaving.abort();
    // The socket goes first and the answers of what it delivered go with it, so work is waited for before either is closed.
    const served = server.close();

    await gate.close();
    await later.close();
    await connection.close();
    await served;
  });
  connection.open();
  opening.use(reminding.start());
  log.info({ port: server.port, transport: config.slack.transport }, "progression started");

  const owned = opening.move();

  return {
    port: server.port,
    evidence,
    look: reminding.look,
    nextReminder: reminding.next,
    catalogue,
    reload: () => frameworks.reload(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function report(library: Library, metrics: Metrics, log: Log): void {
  metrics.frameworks(library.current().frameworks.length, library.held().length);
  for (const { severity, ...problem } of library.problems()) {
    if (severity !== "notice") {
      log[severity === "error" ? "error" : "warn"]({ problem }, "framework problem");
    }
  }
  log.info({ frameworks: library.current().frameworks.length, held: library.held().length }, "frameworks loaded");
}

/** Why some framework is not served as its file stands; null when all are. */
function brokenFiles(library: Library): string | null {
  const files = library.held().map(({ file }) => file);

  return files.length === 0 ? null : `broken framework files, see lint: ${files.join(", ")}`;
}
