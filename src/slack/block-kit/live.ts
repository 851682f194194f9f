import { type Breach, type BreachCode, pointerStep } from "./breach.ts";
import { type Fields, fieldOf, isFields } from "./rules.ts";

/**
 * What in an outgoing payload could notify somebody or turn into something other than the words that were written. Framework and evidence
 * text is untrusted, so nothing of this kind may leave the bot unless its target is allowed by name: a user, channel or user group id,
 * or a URL.
 */

/** `<@U1>`, `<!channel>`, `<https://a.example|label>`: what mrkdwn reads between angle brackets. */
const TOKEN = /<([^<>]*)>/g;
/** What Slack makes live in mrkdwn that is not `verbatim`: a mention, a channel name, anything like an address. */
const PARSED = /(?<![\p{L}\p{N}_&])[@#][\p{L}\p{N}_]|:\/\/|mailto:|[\p{L}\p{N}_-]\.[a-z]{2}/iu;
const HONEST_SCHEME = /^(https?:\/\/|mailto:)/i;
const LOOKS_LIKE_URL = /^[a-z][a-z0-9+.-]*:|^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/|$)/iu;

const MENTION_ID: Readonly<Record<string, string>> = {
  user: "user_id",
  usergroup: "usergroup_id",
  channel: "channel_id",
  team: "team_id",
  broadcast: "range",
};

interface Search {
  readonly allowed: ReadonlySet<string>;
  readonly found: Breach[];
}

/** Everything live in a message or a view, except what is aimed at one of `allowed`. */
export function findLive(payload: unknown, allowed: readonly string[] = []): Breach[] {
  const search: Search = { allowed: new Set(allowed), found: [] };
  if (isFields(payload)) {
    readTopLevel(payload, search);
    const attached = fieldOf(payload, "attachments");
    if (attached !== undefined) walk(attached, "/attachments", search, readAttached);
    for (const key of ["blocks", "title", "submit", "close"]) {
      const part = fieldOf(payload, key);
      if (part !== undefined) walk(part, pointerStep(key), search, readPart);
    }
  }
  return search.found;
}

/** Pre-order and without recursion: a payload may be nested deeper than the stack. */
function walk(
  root: unknown,
  rootAt: string,
  search: Search,
  read: (value: unknown, at: string, search: Search) => void,
): void {
  const left: [unknown, string][] = [[root, rootAt]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, at] = next;
    read(value, at, search);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value).reverse()) {
      if (typeof inner === "string" || (typeof inner === "object" && inner !== null)) {
        left.push([inner, at + pointerStep(key)]);
      }
    }
  }
}

function readTopLevel(payload: Fields, search: Search): void {
  const text = fieldOf(payload, "text");
  if (typeof text === "string") readTokens(text, "/text", search);
  const linkNames = fieldOf(payload, "link_names");
  if (linkNames !== undefined && linkNames !== false && linkNames !== 0) {
    add(search, "live_parsing", "/link_names", "link_names makes names into mentions", "link_names");
  }
  const parse = fieldOf(payload, "parse");
  if (parse !== undefined && parse !== "none") {
    add(search, "live_parsing", "/parse", "parse makes names and addresses live", "parse");
  }
}

/** Legacy attachments have a dozen text fields: every string in them is read as the loosest mrkdwn. */
function readAttached(value: unknown, at: string, search: Search): void {
  if (typeof value === "string") {
    readTokens(value, at, search);
    readParsed(value, at, search);
  } else readPart(value, at, search);
}

function readPart(value: unknown, at: string, search: Search): void {
  if (!isFields(value)) return;
  const type = fieldOf(value, "type");
  const text = fieldOf(value, "text");
  if ((type === "mrkdwn" || type === "markdown") && typeof text === "string") {
    readTokens(text, `${at}/text`, search);
    if (type === "markdown" || fieldOf(value, "verbatim") !== true) readParsed(text, `${at}/text`, search);
  }
  if (typeof type === "string") readLeaf(type, value, at, search);
}

function readLeaf(type: string, leaf: Fields, at: string, search: Search): void {
  const key = Object.hasOwn(MENTION_ID, type) ? MENTION_ID[type] : undefined;
  if (key !== undefined) {
    const target = String(fieldOf(leaf, key) ?? type).slice(0, 100);
    if (!search.allowed.has(target)) add(search, "live_mention", at, `${type} ${target} would be mentioned`, target);
    return;
  }
  const url = fieldOf(leaf, "url");
  if ((type !== "link" && type !== "date") || typeof url !== "string" || search.allowed.has(url)) return;
  const label = fieldOf(leaf, "text") ?? url;
  const disguised = typeof label === "string" && label !== url && LOOKS_LIKE_URL.test(label.trim());
  if (disguised || type === "date" || !HONEST_SCHEME.test(url)) {
    add(search, "live_link", at, "a link must show where it leads", url.slice(0, 100));
  }
}

function readTokens(text: string, at: string, search: Search): void {
  for (const [token, inside = ""] of text.matchAll(TOKEN)) {
    const target = (inside.split("|", 1)[0] ?? "").trim();
    const sign = target.charAt(0);
    if (target === "" || target.startsWith("!date^")) continue;
    const mention = sign === "@" || sign === "#" || sign === "!";
    const name = mention ? target.slice(1).replace(/^subteam\^/, "") : target;
    if (search.allowed.has(name)) continue;
    add(
      search,
      mention ? "live_mention" : "live_link",
      at,
      `${token.slice(0, 100)} would become ${mention ? "a mention" : "a link"}`,
      token.slice(0, 100),
    );
  }
}

function readParsed(text: string, at: string, search: Search): void {
  const live = PARSED.exec(text.replace(TOKEN, " "));
  if (live) {
    const words = text.slice(0, 100);
    add(search, "live_parsing", at, "without verbatim, names and addresses in this text become live", words);
  }
}

function add(search: Search, code: BreachCode, pointer: string, message: string, got: string): void {
  search.found.push({ code, message, pointer, constraint: { type: "live", got } });
}
