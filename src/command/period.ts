/** Stretches of time as people type them, resolved to whole days, `YYYY-MM-DD`, both inclusive. */
interface Period {
  readonly from?: string;
  readonly to?: string;
}

export interface PeriodReading {
  readonly period: Period;
  /** The line without what was read. */
  readonly rest: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:\\s+\\d{4})?|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)`;
const SPAN = `(?:${DAY}|\\d{4}-\\d{2}|${MONTH}(?:\\s+\\d{4})?|q[1-4](?:\\s+\\d{4})?|\\d{4})`;
const RELATIVE =
  "(?:today|yesterday|(?:this|last)\\s+(?:week|month|quarter|year)|(?:the\\s+)?(?:last|past)\\s+\\d{1,3}\\s+(?:days?|weeks?|months?))";

/** Tried in this order; the first that occurs is read, and once only. A year alone, and "may" alone, are read where nothing else is. */
const FORMS: readonly (readonly [RegExp, (found: readonly string[], today: Day) => Period | undefined])[] = [
  [
    word(`(?:between|from)?\\s*(${SPAN})\\s*(?:–|—|-|\\bto\\b|\\bthrough\\b|\\bbis\\b|\\band\\b|\\.\\.)\\s*(${SPAN})`),
    between,
  ],
  [
    word(`(?:since|after|from)\\s+(${SPAN}|${RELATIVE})`),
    ([text = ""], today) => only("from", spanOf(text, today)?.from),
  ],
  [
    word(`before\\s+(${SPAN}|${RELATIVE})`),
    ([text = ""], today) => {
      const from = spanOf(text, today)?.from;
      return from === undefined ? undefined : { to: dayBefore(from) };
    },
  ],
  [word(`(?:until|till|up to)\\s+(${SPAN}|${RELATIVE})`), ([text = ""], today) => only("to", spanOf(text, today)?.to)],
  [word(`(?:in\\s+|on\\s+)?(${RELATIVE})`), ([text = ""], today) => spanOf(text, today)],
  [word(`(?:in\\s+|on\\s+)?(${SPAN})`), ([text = ""], today) => spanOf(text, today)],
];

export function readPeriod(line: string, today: string): PeriodReading | null {
  for (const [form, toPeriod] of FORMS) {
    const found = form.exec(line);
    const period = found === null ? undefined : toPeriod(found.slice(1), toDay(today));
    if (found !== null && period !== undefined) {
      const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
      return { period, rest: rest.replace(/\s+/g, " ").trim() };
    }
  }
  return null;
}

interface Day {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
}

interface Whole {
  readonly from: string;
  readonly to: string;
}

function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "iu");
}

function only(side: "from" | "to", day: string | undefined): Period | undefined {
  return day === undefined ? undefined : { [side]: day };
}

/** "Jan–Jun", "Nov–Feb", "Jan–Jun 2026": where only the end names a year, the beginning is the one before it. */
function between([first = "", second = ""]: readonly string[], today: Day): Period | undefined {
  const end = spanOf(second, today);
  if (end === undefined) return undefined;
  const named = /\d{4}/.test(first);
  const year = Number(end.to.slice(0, 4));
  const start = named ? spanOf(first, today) : (spanOf(`${first} ${year}`, today) ?? spanOf(first, today));
  if (start === undefined) return undefined;
  if (start.from <= end.to) return { from: start.from, to: end.to };
  const before = named ? undefined : spanOf(`${first} ${year - 1}`, today);
  return before === undefined ? { from: end.from, to: start.to } : { from: before.from, to: end.to };
}

function spanOf(text: string, today: Day): Whole | undefined {
  const typed = text.trim().toLowerCase();
  return relative(typed, today) ?? named(typed, today);
}

function relative(typed: string, { year, month, day }: Day): Whole | undefined {
  if (typed === "today") return { from: iso(year, month, day), to: iso(year, month, day) };
  if (typed === "yesterday") return { from: iso(year, month, day - 1), to: iso(year, month, day - 1) };
  const [, which, unit] = /^(this|last)\s+(week|month|quarter|year)$/.exec(typed) ?? [];
  const back = which === "last" ? 1 : 0;
  const monday = day - ((new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7);
  if (unit === "week")
    return { from: iso(year, month, monday - 7 * back), to: iso(year, month, monday - 7 * back + 6) };
  if (unit === "month") return months(year, month - back, 1);
  if (unit === "quarter") return months(year, month - (month % 3) - 3 * back, 3);
  if (unit === "year") return months(year - back, 0, 12);
  const [, count, each] = /(\d+)\s+(day|week|month)/.exec(typed) ?? [];
  if (count === undefined) return undefined;
  const ago = Number(count);
  const from = each === "month" ? iso(year, month - ago, day) : iso(year, month, day - ago * (each === "week" ? 7 : 1));
  return { from, to: iso(year, month, day) };
}

/** A day or month without a year is the latest one that has begun. */
function named(typed: string, today: Day): Whole | undefined {
  const full = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(typed);
  if (full !== null) {
    const [, year, month, day] = full.map(Number);
    if (month === undefined || year === undefined || month < 1 || month > 12) return undefined;
    return full[3] === undefined ? months(year, month - 1, 1) : dayOf(year, month - 1, day ?? 0);
  }
  if (/^(19|20)\d{2}$/.test(typed)) return months(Number(typed), 0, 12);
  const year = Number(/\b(\d{4})\b/.exec(typed)?.[1] ?? 0);
  const quarter = /^q([1-4])/.exec(typed)?.[1];
  if (quarter !== undefined) return inYear(year, (one) => months(one, (Number(quarter) - 1) * 3, 3), today);
  const month = MONTHS.indexOf(/[a-z]{3,}/.exec(typed.replace(/\d+(?:st|nd|rd|th)?/g, " "))?.[0]?.slice(0, 3) ?? "");
  if (month < 0) return undefined;
  const day = Number(/\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(typed)?.[1] ?? 0);
  return inYear(year, (one) => (day === 0 ? months(one, month, 1) : dayOf(one, month, day)), today);
}

function inYear(year: number, at: (year: number) => Whole | undefined, today: Day): Whole | undefined {
  if (year !== 0) return at(year);
  const now = iso(today.year, today.month, today.day);
  const thisYear = at(today.year);
  return thisYear !== undefined && thisYear.from <= now ? thisYear : at(today.year - 1);
}

function dayOf(year: number, month: number, day: number): Whole | undefined {
  const made = iso(year, month, day);
  return Number(made.slice(8)) === day && day > 0 ? { from: made, to: made } : undefined;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60_000).toISOString().slice(0, 10);
}

function months(year: number, month: number, count: number): Whole {
  return { from: iso(year, month, 1), to: iso(year, month + count, 0) };
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function toDay(day: string): Day {
  const [year = 2000, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month: month - 1, day: date };
}
