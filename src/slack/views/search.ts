import type { Choice, SearchAnswer } from "../../answers/answer.ts";
import type { Intent } from "../../command/intent.ts";
import type { SearchHit, SearchPlace } from "../../search/hit.ts";
import { bold, type Line, paragraph, quiet, type Span } from "../rich-text/line.ts";
import { shorten } from "../rich-text/plain.ts";
import type { Card, Control, Part } from "./card.ts";
import { button, menu, rows, windowed } from "./controls.ts";
import { count, levelName, remarkNotes, titled } from "./words.ts";

/** Up to here the places of a hit are buttons, above a menu. */
const MOST_PLACE_BUTTONS = 3;

export function searchCard(answer: SearchAnswer): Card {
  const { query, framework, hits } = answer;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const search = (words: string, where: string | null, at = 1): Intent => ({
    kind: "search",
    query: words,
    framework: where,
    page: at,
  });
  const where = framework === null ? "all frameworks" : framework.sidebarTitle;
  return {
    title: `Search: ${shorten(query, 80)}`,
    notes: [...remarkNotes(answer.remarks), `${found(answer, shorten(where, 100))}${leftOut(answer.leftOut)}`],
    parts: hits.length === 0 ? noHits(answer, search) : hits.flatMap(hitParts),
    foot: rows([
      framework === null ? null : button("Search all frameworks", search(query, null), "everywhere"),
      button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
    ]),
    paged: search(query, framework?.path ?? null, page),
    rest: "",
  };
}

function found({ hits, cut, apart }: SearchAnswer, where: string): string {
  if (hits.length === 0) return `Searched in ${where}.`;
  const some = apart.length === 0 ? "" : ", with some of these words: no text there holds them all";
  if (cut) {
    return `These are the first ${hits.length} criteria and examples in ${where}${some}. More words narrow it down.`;
  }
  const examples = hits.filter((hit) => hit.kind === "example").length;
  const kinds = [
    ...(hits.length > examples ? [count(hits.length - examples, "criterion", "criteria")] : []),
    ...(examples > 0 ? [count(examples, "example", "examples")] : []),
  ];
  return `Found ${kinds.join(" and ")} in ${where}${some}.`;
}

function leftOut(words: readonly string[]): string {
  if (words.length === 0) return "";
  const named = words.slice(0, 5).map((word) => `“${shorten(word, 20)}”`);
  const more = words.length > named.length ? " and others" : "";
  return ` Left out, as they say little: ${named.join(", ")}${more}.`;
}

const UNREAD =
  "Too many texts hold these words to read them all, and none of the first holds them together. More words narrow it down.";

function noHits(answer: SearchAnswer, search: (words: string, where: string | null) => Intent): Part[] {
  const scope = answer.framework === null ? "No criterion or example" : `Nothing in ${answer.framework.sidebarTitle}`;
  const where = answer.framework?.path ?? null;
  const offer = (words: readonly string[], lead: string, name: string): Part[] =>
    words.length === 0
      ? []
      : [quiet(lead), ...rows(words.map((word, index) => button(word, search(word, where), `${name}-${index + 1}`)))];
  const { apart } = answer;
  const near = answer.nearest.slice(0, 5);
  const elsewhere = apart.length + near.length === 0 ? " Another word for it may be there." : "";
  const nothing = `${scope} ${apart.length === 0 ? "uses these words" : "holds these words together"}.${elsewhere}`;
  return [
    paragraph(answer.cut ? UNREAD : nothing),
    ...offer(apart, "One word at a time:", "apart"),
    ...offer(near, "Spelt like it:", "nearest"),
  ];
}

function hitParts(hit: SearchHit, index: number): Part[] {
  const inherited = hit.places.filter((place) => place.inherited).length;
  const lines: Line[] = [paragraph(marked(hit), { keep: true })];
  if (hit.kind === "example") lines.push(quietKept(`An example of: ${hit.criterion}`));
  if (hit.places.length > MOST_PLACE_BUTTONS) {
    const from = inherited === 0 ? "" : `, ${inherited} of them from the generic framework`;
    lines.push(quietKept(`In ${hit.places.length} places${from}.`));
  }
  return [...lines, ...rows(placeControls(hit, index + 1))];
}

function quietKept(text: string): Line {
  return { ...quiet(text), keep: true };
}

function placeControls(hit: SearchHit, number: number): Control[] {
  const choices = hit.places.map(placeChoice);
  if (choices.length > MOST_PLACE_BUTTONS)
    return [windowed(menu("Open one of its places", choices, `place-${number}`))];
  return choices.map(({ label, intent }, index) =>
    button(label, intent, `place-${number}-${index + 1}`, `${label}: ${hit.text}`),
  );
}

function placeChoice(place: SearchPlace): Choice {
  const level = levelName(place, place.level);
  const from = place.inherited ? " (generic)" : "";
  const names = titled(shorten(place.frameworkTitle, 26), shorten(place.topicTitle, 24));
  return {
    label: `${names} · ${level}${from}`,
    detail: null,
    intent: {
      kind: "level",
      framework: place.framework,
      topic: place.topic,
      level: place.level,
      examples: false,
      page: 1,
    },
  };
}

/** The words that matched stand out. */
function marked({ text, matches }: SearchHit): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [from, to] of matches) {
    if (from < at || to <= from || to > text.length) continue;
    if (from > at) spans.push({ text: text.slice(at, from) });
    spans.push(bold({ text: text.slice(from, to) }));
    at = to;
  }
  if (at < text.length || spans.length === 0) spans.push({ text: text.slice(at) });
  return spans;
}
