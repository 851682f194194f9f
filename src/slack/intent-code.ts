import { hash } from "node:crypto";
import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import type { Intent, Mine } from "../command/intent.ts";

/**
 * An intent as the value of a button or an option: `L.3kdQ0aYx.pP1_9sJe.3.0.1`. Names are eight characters of a hash, so that any name fits
 * into the 75 characters of an option's value, and a renamed framework makes the code stale instead of wrong. A search carries its words
 * and fits only a button. What comes back from Slack may be anything: decoding reads it against the catalogue of now.
 */

export type Decoded = { readonly intent: Intent } | Stale | { readonly invalid: true };

/** It was a code of ours, and what it names is no longer there. */
export interface Stale {
  readonly stale: true;
  readonly missing: "framework" | "topic" | "level";
  /** What is still there of it. */
  readonly framework: Framework | null;
  readonly topic: Topic | null;
}

const MOST_QUERY = 200;
const MOST_CODE = 300;
const ANY = "-";
const MINE: readonly Mine[] = ["me", "settings", "export", "import", "forget-me", "one-to-ones", "nudges"];

/** At most 75 characters, save for a search. `choose` and `not-understood` are made by words only and lead to the welcome. */
export function encodeIntent(intent: Intent): string {
  switch (intent.kind) {
    case "help":
      return "H";
    case "about":
      return "A";
    case "reload":
      return "R";
    case "mine":
      return join("M", intent.what);
    case "frameworks":
      return join("I", page(intent));
    case "framework":
      return join("F", key(intent.framework), page(intent));
    case "topic":
      return join("T", key(intent.framework), key(intent.topic), page(intent));
    case "level":
      return join("L", key(intent.framework), key(intent.topic), intent.level, intent.examples ? 1 : 0, page(intent));
    case "all-topics":
      return join("E", key(intent.framework), intent.level, intent.examples ? 1 : 0, page(intent));
    case "compare":
      return join(
        "C",
        key(intent.framework),
        intent.topic === null ? ANY : key(intent.topic),
        intent.from,
        intent.to,
        page(intent),
      );
    case "search": {
      const query = intent.query
        .toWellFormed()
        .slice(0, MOST_QUERY)
        .replace(/[\uD800-\uDBFF]$/, "");
      return join("S", intent.framework === null ? ANY : key(intent.framework), page(intent), query);
    }
    case "welcome":
    case "choose":
    case "not-understood":
      return "W";
  }
}

export function decodeIntent(code: unknown, catalogue: Catalogue): Decoded {
  if (typeof code !== "string" || code.length > MOST_CODE) return { invalid: true };
  const [kind, ...fields] = code.split(".");
  return simple(code) ?? listed(kind, fields) ?? search(code, catalogue) ?? named(kind, fields, catalogue);
}

function simple(code: string): Decoded | null {
  if (code === "W") return { intent: { kind: "welcome" } };
  if (code === "H") return { intent: { kind: "help" } };
  if (code === "A") return { intent: { kind: "about" } };
  if (code === "R") return { intent: { kind: "reload" } };
  const what = MINE.find((one) => code === join("M", one));
  if (what !== undefined) return { intent: { kind: "mine", what } };
  return null;
}

function listed(kind: string | undefined, fields: readonly string[]): Decoded | null {
  if (kind !== "I") return null;
  const page = whole(fields[0]);
  return page === null || fields.length !== 1 ? { invalid: true } : { intent: { kind: "frameworks", page } };
}

function search(code: string, catalogue: Catalogue): Decoded | null {
  const match = /^S\.([\w-]{8}|-)\.(\d{1,5})\.(.{0,200})$/su.exec(code);
  if (match === null) return null;
  const [, place = ANY, number, query = ""] = match;
  const page = whole(number);
  if (page === null) return { invalid: true };
  if (place === ANY) return { intent: { kind: "search", query, framework: null, page } };
  const framework = frameworksOf(catalogue).get(place);
  if (framework === undefined) return { stale: true, missing: "framework", framework: null, topic: null };
  return { intent: { kind: "search", query, framework: framework.path, page } };
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  F: /^[\w-]{8}\.\d{1,5}$/,
  T: /^[\w-]{8}\.[\w-]{8}\.\d{1,5}$/,
  L: /^[\w-]{8}\.[\w-]{8}\.\d{1,5}\.[01]\.\d{1,5}$/,
  E: /^[\w-]{8}\.\d{1,5}\.[01]\.\d{1,5}$/,
  C: /^[\w-]{8}\.([\w-]{8}|-)\.\d{1,5}\.\d{1,5}\.\d{1,5}$/,
};

/** Codes that name a framework and perhaps a topic and levels: `F`, `T`, `L`, `E`, `C`. */
function named(kind: string | undefined, fields: readonly string[], catalogue: Catalogue): Decoded {
  const shape = kind !== undefined && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (kind === undefined || shape?.test(fields.join(".")) !== true) return { invalid: true };
  const page = whole(fields.at(-1));
  if (page === null) return { invalid: true };
  const framework = frameworksOf(catalogue).get(fields[0] ?? "");
  if (framework === undefined) return { stale: true, missing: "framework", framework: null, topic: null };
  const path = framework.path;
  if (kind === "F") return { intent: { kind: "framework", framework: path, page } };

  const wanted = kind === "E" || fields[1] === ANY ? null : (fields[1] ?? "");
  const topic = wanted === null ? null : framework.topics.find((one) => key(one.name) === wanted);
  if (topic === undefined) return { stale: true, missing: "topic", framework, topic: null };
  if (kind === "T" && topic !== null) return { intent: { kind: "topic", framework: path, topic: topic.name, page } };

  const levels = (kind === "C" ? fields.slice(2, 4) : [fields[kind === "L" ? 2 : 1]]).map(whole);
  const [level, to] = levels;
  if (level === undefined || level === null || to === null) return { invalid: true };
  if (Math.max(level, to ?? level) > framework.levels) return { stale: true, missing: "level", framework, topic };
  const examples = fields.at(-2) === "1";
  if (kind === "E") return { intent: { kind: "all-topics", framework: path, level, examples, page } };
  if (kind === "L" && topic !== null) {
    return { intent: { kind: "level", framework: path, topic: topic.name, level, examples, page } };
  }
  if (to === undefined) return { invalid: true };
  return { intent: { kind: "compare", framework: path, topic: topic?.name ?? null, from: level, to, page } };
}

/** A page that was asked for may be any number; a code holds only those that can be there. */
function page(intent: { readonly page: number }): number {
  return Number.isInteger(intent.page) ? Math.max(1, Math.min(intent.page, 99_999)) : 1;
}

function join(...fields: readonly (string | number)[]): string {
  return fields.join(".");
}

/** Eight characters of `A-Za-z0-9_-`: 48 bits. */
function key(name: string): string {
  return hash("sha256", name, "base64url").slice(0, 8);
}

/** From 1 to 99,999, written plainly. */
function whole(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, Framework>>();

/** By key; made once for each catalogue, which is never changed in place. */
function frameworksOf(catalogue: Catalogue): ReadonlyMap<string, Framework> {
  const found = known.get(catalogue);
  if (found !== undefined) return found;
  const made = new Map(catalogue.frameworks.map((framework) => [key(framework.path), framework]));
  known.set(catalogue, made);
  return made;
}
