import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { slackForProcesses, startBot } from "../support/bot-process.ts";
import { commandBody, postSigned } from "../support/signed-request.ts";
import { INGRID, MAYA, SIGNING_SECRET, TOM } from "../support/workspace.ts";

/**
 * Many people log wins, the process is killed in the middle and started again, and what had no answer is sent once more as Slack or a person
 * would. Runs outside of the tests too, with other numbers.
 */
export interface Burst {
  readonly sent: readonly string[];
  /** Texts whose receipt arrived before the kill. */
  readonly acknowledged: readonly string[];
  /** Texts in the database after the kill, before anything was sent again. */
  readonly survived: readonly string[];
  /** What the second process answered to those that had no answer, and to some that had one. */
  readonly answers: readonly string[];
  /** Texts in the database at the end; one that is there twice is here twice. */
  readonly kept: readonly string[];
  readonly milliseconds: { readonly first: number; readonly second: number };
}

interface Sent {
  readonly user: string;
  readonly text: string;
  readonly trigger: string;
}

const PEOPLE = [MAYA, TOM, INGRID];
const TEAM = "T0BRIGHT001";
const IN_FLIGHT = 16;

export async function runBurst(count: number, killAfter: number): Promise<Burst> {
  await using opened = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "progression-burst-"));
  opened.defer(() => rmSync(folder, { recursive: true, force: true }));
  const url = `sqlite:${join(folder, "data", "progression.db")}`;
  const slack = opened.use(await slackForProcesses());
  const env = { DATABASE_URL: url, SLACK_API_URL: slack.apiUrl };
  const wins = Array.from({ length: count }, (_, n) => ({
    user: PEOPLE[n % PEOPLE.length] ?? MAYA,
    text: `Led the rollback of release ${n} and wrote it up`,
    trigger: `${n}.7.burst`,
  }));

  const first = opened.use(startBot(env));
  const firstPort = await first.port;
  const acknowledged = new Set<string>();
  const began = performance.now();
  await together(wins, async (win) => {
    const answer = await send(firstPort, win);
    if (answer?.includes("Only you can see this")) acknowledged.add(win.text);
    if (acknowledged.size === killAfter) first.child.kill("SIGKILL");
  });
  await first.exit;
  const firstTook = performance.now() - began;
  const survived = await textsIn(url);

  const second = opened.use(startBot(env));
  const secondPort = await second.port;
  const unanswered = wins.filter(({ text }) => !acknowledged.has(text));
  const answered = wins.filter(({ text }) => acknowledged.has(text)).slice(0, 20);
  const answers: string[] = [];
  const again = performance.now();
  await together([...unanswered, ...answered], async (win) => {
    answers.push((await send(secondPort, win)) ?? "no answer");
  });
  const secondTook = performance.now() - again;
  second.child.kill("SIGTERM");
  await second.exit;

  return {
    sent: wins.map(({ text }) => text),
    acknowledged: [...acknowledged],
    survived,
    answers,
    kept: await textsIn(url),
    milliseconds: { first: firstTook, second: secondTook },
  };
}

/** Undefined when the process died before it answered. */
async function send(port: number, { user, text, trigger }: Sent): Promise<string | undefined> {
  try {
    const body = commandBody({ user_id: user, command: "/win", text, trigger_id: trigger });
    const response = await postSigned(port, { secret: SIGNING_SECRET, body });
    const answer = await response.text();
    return response.status === 200 ? answer : `${response.status} ${answer}`;
  } catch {
    return undefined;
  }
}

async function together(wins: readonly Sent[], work: (win: Sent) => Promise<void>): Promise<void> {
  let next = 0;

  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let win = wins[next++]; win !== undefined; win = wins[next++]) await work(win);
    }),
  );
}

async function textsIn(url: string): Promise<string[]> {
  await using database = await openDatabase(url);
  const log = createSqlEvidenceLog(database, { now: () => new Date() });
  const texts: string[] = [];

  for (const user of PEOPLE) {
    for await (const { text } of log.everything({ team: TEAM, user })) texts.push(text);
  }
  return texts;
}
