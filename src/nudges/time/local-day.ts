/** Between local days and instants. Gaps and overlaps are settled here and nowhere else. */

export function localDay(zone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * A local time that does not exist (the clock went forward over it) means as much later as the clock went forward; one that exists twice means
 * the first. undefined: the whole day does not exist, as 30 December 2011 on Samoa.
 */
export function instantOn(zone: string, day: Temporal.PlainDate, time: string): number | undefined {
  const there = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });

  return there.toPlainDate().equals(day) || exists(zone, day) ? there.epochMilliseconds : undefined;
}

/** A gap may carry a late time over midnight; only a day that has no first moment of its own is missing. */
function exists(zone: string, day: Temporal.PlainDate): boolean {
  return day.toZonedDateTime(zone).toPlainDate().equals(day);
}

export function weekOf(day: Temporal.PlainDate): string {
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`;
}
