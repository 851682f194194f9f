/** How long ago something was, in words: a number of days would read like a measure, and a date alone has to be worked out. */

const DAY_MS = 24 * 60 * 60_000;

/** `3 weeks ago`. Both are calendar days, `YYYY-MM-DD`; what lies ahead counts as today. */
export function agoInWords(day: string, today: string): string {
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);

  if (!Number.isFinite(days)) return day;
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 365) return `${Math.floor(days / 30.4)} months ago`;
  const years = Math.floor(days / 365.25);
  return years <= 1 ? "a year ago" : `${years} years ago`;
}
