import { setImmediate as nextTurn } from "node:timers/promises";
import { CompiledQuery, type Kysely, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export type Tx = Transaction<Tables>;

/**
 * Everything that belongs together, or none of it. Inside, nothing but the database may be waited for: there is one connection, and
 * everybody else's statements wait until the transaction ends (a test reads the sources for it).
 *
 * What waits for its turn at the same moment shares one commit, because the disk costs far more than the statements: each piece of work
 * has a savepoint of its own, so that one which fails takes back only itself, and none is told that it is done before the commit is.
 */
export function inTransaction<T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const queue = queues.get(db) ?? { waiting: [], running: false };

    queues.set(db, queue);
    queue.waiting.push({
      reject,
      async run(tx) {
        const result = await work(tx);
        return () => resolve(result);
      },
    });
    if (!queue.running) {
      queue.running = true;
      // After what Slack has sent by now has been read.
      setImmediate(() => void runAll(db, queue));
    }
  });
}

/** So that nobody waits long for the others' statements. */
const MOST_TOGETHER = 32;

interface Waiting {
  /** Resolves to what is to be called once the commit is done. */
  run(tx: Tx): Promise<() => void>;
  reject(error: unknown): void;
}

interface Queue {
  waiting: Waiting[];
  running: boolean;
}

const queues = new WeakMap<Kysely<Tables>, Queue>();

const BEGIN_ONE = CompiledQuery.raw("savepoint one");
const KEEP_ONE = CompiledQuery.raw("release savepoint one");
const DROP_ONE = CompiledQuery.raw("rollback to savepoint one");

async function runAll(db: Kysely<Tables>, queue: Queue): Promise<void> {
  while (queue.waiting.length > 0) {
    const together = queue.waiting.splice(0, MOST_TOGETHER);
    const [only] = together;

    await (together.length === 1 && only !== undefined ? runAlone(db, only) : runTogether(db, together));
    // One that asks for its next transaction as soon as the last is done must not keep everybody else waiting.
    await nextTurn();
  }
  queue.running = false;
}

async function runAlone(db: Kysely<Tables>, one: Waiting): Promise<void> {
  try {
    const done = await db.transaction().execute((tx) => one.run(tx));
    done();
  } catch (error) {
    one.reject(error);
  }
}

async function runTogether(db: Kysely<Tables>, together: readonly Waiting[]): Promise<void> {
  try {
    const told = await db.transaction().execute(async (tx) => {
      const outcomes: (() => void)[] = [];
      for (const one of together) {
        outcomes.push(await runApart(tx, one));
      }
      return outcomes;
    });
    for (const tell of told) tell();
  } catch (error) {
    // Nothing of it is in the database: not even what ran well, which was told nothing yet.
    for (const one of together) one.reject(error);
  }
}

/** Throws only when the whole transaction is lost: a full disk takes it back by itself, and then there is no savepoint to return to. */
async function runApart(tx: Tx, one: Waiting): Promise<() => void> {
  await tx.executeQuery(BEGIN_ONE);

  try {
    const done = await one.run(tx);
    await tx.executeQuery(KEEP_ONE);
    return done;
  } catch (error) {
    try {
      await tx.executeQuery(DROP_ONE);
      await tx.executeQuery(KEEP_ONE);
    } catch {
      throw error;
    }
    return () => one.reject(error);
  }
}
