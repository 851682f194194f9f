import { createLibrary, type ReloadOutcome } from "./catalogue/library.ts";
import type { Catalogue } from "./catalogue/types.ts";
import { warmLexicon } from "./command/names.ts";
import type { Config, SlackConfig } from "./config.ts";
import { createKeptLibrary, type KeptLibrary } from "./criteria-keeping.ts";
import type { EvidenceLog } from "./evidence/evidence-log.ts";
import { keepChoices } from "./evidence/kept-choices.ts";
import { brokenFiles, lostFolder, reportFrameworks } from "./frameworks-report.ts";
import { healthRoutes } from "./http/health.ts";
import { listen } from "./http/server.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { type PaceOptions, slackPace } from "./nudges/pace.ts";
import { readerOf } from "./place/my-place.ts";
import { createReminding } from "./reminding.ts";
import { searchOf } from "./search/searches.ts";
import { type Admins, createAdmins } from "./slack/admins.ts";
import { apologyWays } from "./slack/apology-ways.ts";
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
import { createBackgroundClient } from "./slack/transport/web-clients.ts";
import { createWinDesk } from "./slack/win-desk.ts";
import { decodeWins } from "./slack/wins-code.ts";
import { databaseTrouble } from "./store/database-trouble.ts";
import { openDatabase } from "./store/open-database.ts";
import { createSqlEvidenceLog } from "./store/sql-evidence-log.ts";
import { createToldVersions } from "./store/told-versions.ts";
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
  /** Of the database, for tests that lock it. */
  readonly busyMs?: number | undefined;
  /** How fast reminders go out, where that is not Slack's pace: a Slack of one's own may take more. */
  readonly pace?: PaceOptions;
}

/**
 * The composition root: configuration in, a running bot out. Whatever is opened here registers its own closing, so that a start that fails
 * half way closes what it had opened, and a stop is the reverse of the start: no new requests, then what runs, then the rest.
 */
export async function createApp(
  config: Config & { readonly slack: SlackConfig },
  { log, strict = false, now = Date.now, busyMs, pace = slackPace }: AppOptions,
): Promise<App> {
  await using opening = new AsyncDisposableStack();
  const metrics = createMetrics();
  const background = createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log);

  let told: { readonly frameworks: KeptLibrary; readonly admins: Admins } | undefined;
  const library = opening.use(
    await createLibrary(config.frameworksDir, {
      onReload: (outcome) => {
        void told?.frameworks.adopt();
        reportFrameworks(library, metrics, log);
        told?.admins.tellBroken(outcome.held);
      },
    }),
  );

  reportFrameworks(library, metrics, log);
  if (strict && library.problems().some((problem) => problem.severity === "error")) {
    throw new Error(
      "A framework file is broken, and --strict was given. Run `npm run -s progression -- lint` for the list.",
    );
  }

  const clock = () => new Date(now());
  const database = opening.use(await openDatabase(config.databaseUrl, { now: clock, busyMs }));
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
  opening.defer(() => frameworks.close());
  const catalogue = () => frameworks.current();
  const admins = createAdmins({
    ids: config.adminUserIds,
    client: background,
    told: createToldVersions(database, { now: clock }),
    log,
    now,
  });
  told = { frameworks, admins };

  const leaving = new AbortController();
  const later = createLater(log);
  const identity = learnIdentity(background, log, leaving.signal);
  void identity.known.then((team) => {
    admins.tellBroken(library.held());
    later.run("resume reminders", () => reminding.reached(team));
  });
  const gate = createGate({ ...apologyWays(background), log, metrics, now, teamId: identity.teamId });
  const connection = connect({ slack: config.slack, gate, identity: () => identity, log });

  const people = createPeople({
    // Half of what a stop may take: nobody's name is worth more.
    client: createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log, 5_000),
    log,
    now,
    teamId: identity.teamId,
    learned: (owner, person) => reminding.desk.learned(owner, person),
  });

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
    ones: () => reminding.desk,
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
    posting: createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log),
    asking: createBackgroundClient(config.slack.apiUrl, config.slack.botToken, log, ASKING_MS),
    scopes: identity.scopes,
    pace,
    log,
    now,
  });

  registerListeners(connection.app, {
    desk,
    my: { place, home, later, held: wins.held, ones: reminding.desk },
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
          () => databaseTrouble(database),
          identity.waitingFor,
          connection.waitingFor,
          reminding.trouble,
        ],
        notes: () =>
          [
            identity.trouble(),
            connection.trouble(),
            reminding.note(),
            lostFolder(library),
            brokenFiles(library),
          ].filter((note) => note !== null),
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

/** How long a nudge waits for an answer that it can do without. */
const ASKING_MS = 1_500;
