import type { Owner, Win } from "../evidence/types.ts";

/**
 * Where a form was opened from, so that what it changed is shown there: kept in memory under the id of the form, as long as Slack takes
 * answers for it. After a restart the form itself says what it did.
 */
export interface Returns {
  keep(form: string, show: ShowChange): void;
  take(form: string): ShowChange | undefined;
}

interface Change {
  readonly owner: Owner;
  readonly win: Win;
  /** What happened to it, as the receipt's first word. */
  readonly title: string;
}

export type ShowChange = (change: Change) => Promise<void>;

/** A response_url lives thirty minutes. */
const KEPT_MS = 25 * 60_000;
const MOST = 2_000;

export function createReturns(now: () => number): Returns {
  const kept = new Map<string, { readonly show: ShowChange; readonly at: number }>();

  return {
    keep(form, show) {
      for (const [old, { at }] of kept) {
        if (kept.size < MOST && now() - at <= KEPT_MS) break;
        kept.delete(old);
      }
      kept.set(form, { show, at: now() });
    },
    take(form) {
      const found = kept.get(form);
      kept.delete(form);
      return found !== undefined && now() - found.at <= KEPT_MS ? found.show : undefined;
    },
  };
}
