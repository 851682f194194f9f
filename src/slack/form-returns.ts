import type { View } from "./views/render.ts";

/** Where a form was opened from, so that what it changed is shown there. After a restart the form says itself what it did. */
export interface FormReturns {
  keep(form: string, show: (view: View) => Promise<void>): void;
  take(form: string): ((view: View) => Promise<void>) | undefined;
}

const MOST = 2000;
/** A response_url lives thirty minutes. */
const KEPT_MS = 25 * 60_000;

export function createFormReturns(now: () => number): FormReturns {
  const kept = new Map<string, { readonly show: (view: View) => Promise<void>; readonly at: number }>();

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
