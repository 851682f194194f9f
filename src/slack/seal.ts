import { createHmac, timingSafeEqual } from "node:crypto";

/** Marks a value as ours: somebody who copies a button's value to another card, or makes one up, cannot make the mark. */
export interface Seal {
  seal(value: string): string;
  /** The value without its mark; undefined when the mark is not ours. */
  open(sealed: string): string | undefined;
}

/** `secret` is one that outlives a restart, so that buttons do as well. */
export function createSeal(secret: string): Seal {
  const markOf = (value: string) =>
    createHmac("sha256", `progression ${secret}`).update(value).digest("base64url").slice(0, 22);

  return {
    seal: (value) => `${value}.${markOf(value)}`,
    open(sealed) {
      const dot = sealed.lastIndexOf(".");
      const value = sealed.slice(0, Math.max(0, dot));
      const given = Buffer.from(sealed.slice(dot + 1));
      const wanted = Buffer.from(markOf(value));
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined;
    },
  };
}
