/** `response_url`: an address that belongs to one interaction, good for five answers within thirty minutes. */

const uses = 5;
const life = 30 * 60 * 1000;

export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  /** The message that the interaction was made on; null for a command. */
  readonly ts: string | null;
}

type ResponseUse =
  | { readonly ok: true; readonly target: ResponseTarget }
  | { readonly ok: false; readonly error: "used_url" | "expired_url" | "invalid_url" };

export interface ResponseUrls {
  mint(target: ResponseTarget): string;
  use(id: string): ResponseUse;
  clear(): void;
}

export function createResponseUrls(now: () => number): ResponseUrls {
  const minted = new Map<string, { readonly target: ResponseTarget; readonly at: number; left: number }>();

  return {
    mint(target) {
      const id = crypto.randomUUID();
      minted.set(id, { target, at: now(), left: uses });
      return id;
    },
    use(id) {
      const found = minted.get(id);
      if (found === undefined) return { ok: false, error: "invalid_url" };
      if (now() - found.at > life) return { ok: false, error: "expired_url" };
      if (found.left === 0) return { ok: false, error: "used_url" };
      found.left -= 1;
      return { ok: true, target: found.target };
    },
    clear() {
      minted.clear();
    },
  };
}
