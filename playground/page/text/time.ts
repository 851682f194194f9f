/** All times are the acting person's own: a playground of several time zones must show whose. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(tz: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tz} ${name}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: isZone(tz) ? tz : "UTC" });
  formats.set(key, made);
  return made;
}

function isZone(tz: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: tz }).format(0) !== "";
  } catch {
    return false;
  }
}

/** `ts` is Slack's: seconds as text. */
export function toDate(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

export function clockTime(at: Date, tz: string): string {
  return format(tz, "clock", { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
}

export function dayKey(at: Date, tz: string): string {
  return format(tz, "key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

export function dayName(at: Date, tz: string, now: Date): string {
  const key = dayKey(at, tz);
  if (key === dayKey(now, tz)) return "Today";
  if (key === dayKey(new Date(now.getTime() - 86_400_000), tz)) return "Yesterday";
  return format(tz, "day", { weekday: "long", day: "numeric", month: "long" }).format(at);
}

export function fullTime(at: Date, tz: string): string {
  return format(tz, "full", { dateStyle: "full", timeStyle: "medium" }).format(at);
}
