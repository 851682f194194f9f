/**
 * Where a form was opened from, so that what it changed is shown there: kept in memory under the id of the form, as long as Slack takes
 * answers for it. After a restart the form itself says what it did.
 */
export interface FormReturns<Shown> {
  keep(form: string, show: Show<Shown>): void;
  take(form: string): Show<Shown> | undefined;
}

type Show<Shown> = (what: Shown) => Promise<void>;

const MOST = 2000;
/** A response_url lives thirty minutes. */
const KEPT_MS = 25 * 60_000;

export function createFormReturns<Shown>(now: () => number): FormReturns<Shown> {
  const kept = new Map<string, { readonly show: Show<Shown>; readonly at: number }>();

  return {
    keep(form, show) {
      for (const [old, { at }] of kept) {
        if (kept.size < MOST && Math.abs(now() - at) <= KEPT_MS) break;
        kept.delete(old);
      }
      kept.set(form, { show, at: now() });
    },
    take(form) {
      const found = kept.get(form);
      kept.delete(form);
      return found !== undefined && Math.abs(now() - found.at) <= KEPT_MS ? found.show : undefined;
    },
  };
}
