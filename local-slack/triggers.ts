/** `trigger_id`: proof that a person just did something. It lives three seconds and opens one view. */

const life = 3000;

interface Trigger {
  readonly user: string;
  /** The modal in which it happened; a view can be pushed onto this one's stack. */
  readonly view: string | null;
}

type Redeemed =
  | { readonly ok: true; readonly trigger: Trigger }
  | { readonly ok: false; readonly error: "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id" };

export interface Triggers {
  mint(trigger: Trigger): string;
  /** Whether it could be used now; using it is a second step, since a refused view does not use it up. */
  look(id: string): Redeemed;
  use(id: string): void;
  clear(): void;
}

export function createTriggers(now: () => number): Triggers {
  const minted = new Map<string, { readonly trigger: Trigger; readonly at: number; used: boolean }>();
  let last = 0;

  return {
    mint(trigger) {
      last += 1;
      const id = `${last}.${Math.floor(now())}.${crypto.randomUUID().replaceAll("-", "")}`;
      minted.set(id, { trigger, at: now(), used: false });
      return id;
    },
    look(id) {
      const found = minted.get(id);
      if (found === undefined) return { ok: false, error: "invalid_trigger_id" };
      if (found.used) return { ok: false, error: "exchanged_trigger_id" };
      if (now() - found.at > life) return { ok: false, error: "expired_trigger_id" };
      return { ok: true, trigger: found.trigger };
    },
    use(id) {
      const found = minted.get(id);
      if (found !== undefined) found.used = true;
    },
    clear() {
      minted.clear();
    },
  };
}
