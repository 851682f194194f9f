/** A moment as the clock on the wall of a time zone shows it, `2026-03-29T09:30`, and back. */
export function toZoned(seconds: number, tz: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: tz, dateStyle: "short", timeStyle: "short" });
  return parts.format(seconds * 1000).replace(" ", "T");
}

export function fromZoned(local: string, tz: string): number {
  const asUtc = Date.parse(`${local}Z`) / 1000;
  // The offset is that of the moment itself, so the second guess is right also across a clock change.
  const guess = asUtc - offset(asUtc, tz);
  return asUtc - offset(guess, tz);
}

function offset(seconds: number, tz: string): number {
  return Date.parse(`${toZoned(seconds, tz)}Z`) / 1000 - Math.floor(seconds / 60) * 60;
}
