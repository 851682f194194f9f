import { id, url } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import {
  boolean,
  integer,
  list,
  number,
  object,
  oneOf,
  pattern,
  type Rule,
  type RuleTable,
  shownString,
  string,
  typed,
} from "./rules.ts";

const many = { min: 0, max: Number.MAX_SAFE_INTEGER };
/** Slack documents no limit for one leaf; the message's total still counts it. */
const leafText = shownString(Number.MAX_SAFE_INTEGER);
const style = object({
  optional: { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
});
/** Mentions take two more, by Slack's reference page. */
const mentionStyle = object({
  optional: {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
    code: boolean,
    underline: boolean,
  },
});
const border: RuleTable = { border: oneOf(0, 1) };

const LEAVES = {
  text: { required: { text: leafText }, optional: { style } },
  link: { required: { url }, optional: { text: leafText, unsafe: boolean, style } },
  emoji: { required: { name: string(LIMITS.id) }, optional: { unicode: string(LIMITS.id), url, style } },
  date: {
    required: { timestamp: number, format: shownString(LIMITS.text) },
    optional: { url, fallback: string(LIMITS.text), style },
  },
  color: { required: { value: pattern(/^#[0-9a-f]{6}$/i, "a colour such as #36c5f0") }, optional: { style } },
  user: { required: { user_id: id }, optional: { style: mentionStyle } },
  usergroup: { required: { usergroup_id: id }, optional: { style: mentionStyle } },
  channel: { required: { channel_id: id }, optional: { style: mentionStyle } },
  team: { required: { team_id: id }, optional: { style: mentionStyle } },
  broadcast: { required: { range: oneOf("here", "channel", "everyone") }, optional: { style: mentionStyle } },
};

const leaf = typed(LEAVES, () => Object.keys(LEAVES));
const plainLeaf = typed(LEAVES, () => ["text", "link"]);
const SECTION = { required: { elements: list(leaf, many) } };
const section = typed({ rich_text_section: SECTION }, () => ["rich_text_section"]);

const PARTS = {
  rich_text_section: SECTION,
  rich_text_list: {
    required: { style: oneOf("bullet", "ordered"), elements: list(section, many) },
    optional: { ...border, indent: integer(0, LIMITS.richText.indent), offset: integer(0, Number.MAX_SAFE_INTEGER) },
  },
  rich_text_quote: { required: { elements: list(leaf, many) }, optional: border },
  rich_text_preformatted: {
    required: { elements: list(plainLeaf, many) },
    optional: { ...border, language: string(LIMITS.id) },
  },
};

export const richTextParts: Rule = list(
  typed(PARTS, () => Object.keys(PARTS)),
  { max: Number.MAX_SAFE_INTEGER },
);

/** A rich text block inside something else: a table cell, a container's title, an input's initial value. */
export const richTextBlock: Rule = typed(
  { rich_text: { required: { elements: richTextParts }, optional: { block_id: id } } },
  () => ["rich_text"],
);
