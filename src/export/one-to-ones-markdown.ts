import { schedule } from "../one-to-ones/in-words.ts";
import { type KeptOneToOne, UNTIL_RESUMED } from "../one-to-ones/types.ts";
import type { Export } from "./export.ts";
import type { Named } from "./export-markdown.ts";
import { toInline, toLink, toQuote } from "./markdown-words.ts";
import { asRead } from "./sent-text.ts";

/** What was written about 1:1s, for reading: what is open first, then turn by turn. */
export function oneToOneParts(ones: readonly KeptOneToOne[], named: Named): string[] {
  return ones.length === 0 ? [] : ["## 1:1s", ...ones.flatMap((one) => partsOf(one, named))];
}

function partsOf(one: KeptOneToOne, named: Named): string[] {
  const open = one.points.filter(({ closedAt }) => closedAt === null);
  const closed = one.points.filter(({ closedAt }) => closedAt !== null);
  const { pausedUntil } = one;
  const pause =
    pausedUntil === null ? "" : pausedUntil === UNTIL_RESUMED ? "; paused" : `; paused until ${pausedUntil}`;

  return [
    `### With ${nameOf(one.with, named)}`,
    `From ${one.firstOn}: ${schedule(one, one.zone)} (${one.zone})${pause}.`,
    ...list("Open points:", open.map(pointLine)),
    ...list("Closed points:", closed.map(pointLine)),
    ...list(
      "Agreed:",
      one.turns.flatMap(({ day, agreed }) => (agreed === null ? [] : [`- ${day}: ${toInline(agreed)}`])),
    ),
    ...list(
      "Words to go with it:",
      one.turns.flatMap(({ day, remark }) => (remark === null ? [] : [`- ${day}: ${toInline(remark)}`])),
    ),
    ...one.copies.flatMap(({ day, text, withdrawn }) => [
      withdrawn ? `Sent for ${day}, and withdrawn.` : `Sent for ${day}:`,
      ...(withdrawn ? [] : [toQuote(asRead(text))]),
    ]),
  ];
}

function pointLine({ text, permalink }: KeptOneToOne["points"][number]): string {
  return `- ${toInline(text.trim())}${permalink === null ? "" : ` (${toLink(permalink)})`}`;
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, lines.join("\n")];
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const OFTEN = { 1: "every week", 2: "every second week", 4: "once a month" } as const;

/** What was chosen about being written to. */
export function reminderParts({ nudges, workingHours, notReceivingFrom }: Export, named: Named): string[] {
  const { days, from, to } = workingHours;
  const weekdays = (some: readonly number[]) => some.map((day) => WEEKDAYS[day - 1]).join(", ");
  const lines = [
    ...(nudges === null
      ? []
      : [
          `- Nudges: ${nudges.on ? `${OFTEN[nudges.weeks]}, ${weekdays([nudges.weekday])} at ${nudges.time} (${nudges.zone})` : "off"}`,
        ]),
    `- Working hours: ${weekdays(days)}, ${from} to ${to}`,
    ...(notReceivingFrom.length === 0
      ? []
      : [`- Nothing received from: ${notReceivingFrom.map((user) => nameOf(user, named)).join(", ")}`]),
  ];

  return nudges === null && notReceivingFrom.length === 0 ? [] : ["## Reminders", lines.join("\n")];
}

function nameOf(user: string, named: Named): string {
  return toInline(named(user) ?? user);
}
