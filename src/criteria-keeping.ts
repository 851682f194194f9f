import { gently } from "./catalogue/breath.ts";
import type { Library, ReloadOutcome } from "./catalogue/library.ts";
import { seenInSteps, withIdsInSteps } from "./catalogue/stored-ids.ts";
import type { Catalogue } from "./catalogue/types.ts";
import type { Log } from "./log.ts";
import { type FindCriterion, findCriterionInSteps } from "./place/criteria-now.ts";
import type { Database } from "./store/open-database.ts";
import { syncCriteria } from "./store/sync-criteria.ts";

/**
 * The library with the ids that the database remembers: after every reading each criterion gets the id that evidence hangs on, before
 * anybody is shown it. Until the database has answered, the catalogue of before stays in service.
 */
export interface KeptLibrary extends Pick<Library, "current" | "loadedAt" | "reload"> {
  /** The criterion that an id of now or of former times stands for. */
  readonly find: FindCriterion;
  /** Takes over what the library has read; resolves when it is in service. */
  adopt(): Promise<void>;
  close(): Promise<void>;
}

export interface KeptLibraryOptions {
  readonly log: Log;
  readonly now: () => Date;
  /** What has to be ready before anybody is answered from a catalogue. */
  readonly prepare: (catalogue: Catalogue) => Promise<void>;
}

interface Served {
  readonly read: Catalogue;
  readonly catalogue: Catalogue;
  readonly find: FindCriterion;
}

export async function createKeptLibrary(
  library: Library,
  database: Database,
  { log, now, prepare }: KeptLibraryOptions,
): Promise<KeptLibrary> {
  async function serve(read: Catalogue): Promise<Served> {
    const seen = await gently(seenInSteps(read));
    const { ids, aliases } = await syncCriteria(database, seen, now());
    const catalogue = await gently(withIdsInSteps(read, seen, ids));

    await prepare(catalogue);
    return { read, catalogue, find: await gently(findCriterionInSteps(catalogue, aliases)) };
  }

  let served = await serve(library.current());
  let turn: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    const read = library.current();

    if (read !== served.read) {
      served = await serve(read);
    }
  }

  function adopt(): Promise<void> {
    turn = turn.then(take).catch((error: unknown) => {
      log.error(
        { error },
        "the frameworks were read, but their criteria could not be matched; the last ones stay in service",
      );
    });
    return turn;
  }

  return {
    current: () => served.catalogue,
    loadedAt: () => library.loadedAt(),
    find: (criterionId) => served.find(criterionId),
    adopt,
    close: () => turn,
    async reload(): Promise<ReloadOutcome> {
      const outcome = await library.reload();
      await adopt();
      return { ...outcome, catalogue: served.catalogue };
    },
  };
}
