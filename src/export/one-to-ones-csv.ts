import type { KeptOneToOne } from "../one-to-ones/types.ts";
import { toCsv } from "./csv.ts";
import { asRead } from "./sent-text.ts";

const HEADER = ["one_to_one_id", "with", "kind", "day", "text", "created_at", "closed_at", "link"] as const;
type Line = Partial<Record<(typeof HEADER)[number], string | null>>;

/** One line for each thing that was written about a 1:1: a point, words to go with a copy, what was agreed, a copy that was sent. */
export function toOneToOnesCsv(ones: readonly KeptOneToOne[]): string {
  const lines = ones.flatMap((one) => linesOf(one).map((line) => ({ ...line, one_to_one_id: one.id, with: one.with })));

  return toCsv([HEADER, ...lines.map((line: Line) => HEADER.map((name) => line[name] ?? ""))]);
}

function linesOf({ points, turns, copies }: KeptOneToOne): Line[] {
  return [
    ...points.map(({ text, permalink, createdAt, closedAt }) => ({
      kind: "point",
      day: createdAt.slice(0, 10),
      text,
      created_at: createdAt,
      closed_at: closedAt,
      link: permalink,
    })),
    ...turns.flatMap(({ day, remark, agreed }) => [
      ...(remark === null ? [] : [{ kind: "words", day, text: remark }]),
      ...(agreed === null ? [] : [{ kind: "agreed", day, text: agreed }]),
    ]),
    ...copies.map(({ day, text, sentAt, withdrawn }) => ({
      kind: withdrawn ? "withdrawn" : "sent",
      day,
      text: asRead(text),
      created_at: sentAt,
    })),
  ];
}
