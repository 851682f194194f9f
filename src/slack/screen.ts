import type { Catalogue } from "../catalogue/types.ts";
import type { Intent } from "../command/intent.ts";
import { decodeIntent, encodeIntent } from "./intent-code.ts";

/** A page of the person's own, in Home or in a message, and its code for a button. It says what is looked at and never whose. */
export type Screen =
  | { readonly kind: "home" /** Of the evidence map, from 1. */; readonly page: number }
  | { readonly kind: "me" }
  | { readonly kind: "settings" }
  | { readonly kind: "set-up"; readonly step: SetUpStep }
  | TopicScreen
  /** A lookup that was opened in Home. */
  | { readonly kind: "lookup"; readonly intent: Intent };

export interface TopicScreen {
  readonly kind: "topic";
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  readonly page: number;
}

export type SetUpStep = "framework" | "level" | "nudges" | "one-to-one" | "ready";

export const HOME: Screen = { kind: "home", page: 1 };
const STEPS: readonly SetUpStep[] = ["framework", "level", "nudges", "one-to-one", "ready"];

/** At most 75 characters, save for a lookup. */
export function encodeScreen(screen: Screen): string {
  switch (screen.kind) {
    case "home":
      return `h.${screen.page}`;
    case "me":
    case "settings":
      return screen.kind;
    case "set-up":
      return `s.${screen.step}`;
    case "topic":
      return `t.${encodeIntent({ ...screen, kind: "level", examples: false })}`;
    case "lookup":
      return `l.${encodeIntent(screen.intent)}`;
  }
}

/** Whatever cannot be read, or names what is no longer there, leads to Home. */
export function decodeScreen(code: unknown, catalogue: Catalogue): Screen {
  if (typeof code !== "string" || code.length > 400) return HOME;
  if (code === "me" || code === "settings") return { kind: code };
  const [kind, ...rest] = code.split(".");
  const value = rest.join(".");
  const step = STEPS.find((one) => one === value);

  if (kind === "s" && step !== undefined) return { kind: "set-up", step };
  if (kind === "h" && /^[1-9]\d{0,3}$/.test(value)) return { kind: "home", page: Number(value) };
  if (kind !== "t" && kind !== "l") return HOME;
  const decoded = decodeIntent(value, catalogue);
  if (!("intent" in decoded)) return HOME;
  const { intent } = decoded;
  if (kind === "l") return { kind: "lookup", intent };
  if (intent.kind !== "level") return HOME;
  const { framework, topic, level, page } = intent;
  return { kind: "topic", framework, topic, level, page };
}

/** `<what>~<screen>`: what a button is about, and where it stands. */
export function onScreen(what: string, screen: Screen): string {
  return `${what}~${encodeScreen(screen)}`;
}

export function readOnScreen(value: unknown, catalogue: Catalogue): { readonly what: string; readonly screen: Screen } {
  const [, what = "", code = ""] = typeof value === "string" ? (/^([^~]{0,200})~(.{1,400})$/s.exec(value) ?? []) : [];

  return { what, screen: decodeScreen(code, catalogue) };
}
