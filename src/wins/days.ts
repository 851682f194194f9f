/** Calendar days as people count them: in their own time zone. */

/** `YYYY-MM-DD` at this moment. A zone that is unknown, or that this machine does not know, counts as UTC. */
export function localDay(milliseconds: number, tz: string | null): string {
  try {
    return dayFormat(tz ?? "UTC").format(milliseconds);
  } catch {
    return new Date(milliseconds).toISOString().slice(0, 10);
  }
}

/** Making a format costs a hundred times what using it costs, and every capture uses two. A zone that there is not throws and is not kept. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  dayFormats.set(timeZone, known);
  return known;
}

const WORDS = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "Sat 21 Nov 2026". */
export function dayInWords(day: string): string {
  const known = daysInWords.get(day);
  if (known !== undefined) return known;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  const words = WORDS.format(time).replace(",", "");
  if (daysInWords.size >= MOST_DAYS) daysInWords.clear();
  daysInWords.set(day, words);
  return words;
}

/** Most wins happened today. */
const daysInWords = new Map<string, string>();
const MOST_DAYS = 400;

/** "Sun 22 Nov, 10:41". */
export function momentInWords(milliseconds: number, tz: string | null): string {
  const [weekday, day, month, hour, minute] = momentParts(milliseconds, tz ?? "UTC");
  return `${weekday} ${day} ${month}, ${hour}:${minute}`;
}

function momentParts(milliseconds: number, timeZone: string): string[] {
  const options = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone })
      .formatToParts(milliseconds)
      .filter(({ type }) => type !== "literal")
      .map(({ value }) => value);
  } catch {
    return momentParts(milliseconds, "UTC");
  }
}
