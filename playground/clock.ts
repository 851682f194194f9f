/** The playground's own time: the machine's, and as far ahead as somebody has jumped. Slack and the bot read the same one. */
export interface PlaygroundClock {
  now(): number;
  /** Never back: messages are ordered by time, and a real clock does not run backwards for long. */
  moveTo(time: number): void;
}

export function createPlaygroundClock(base: () => number = Date.now): PlaygroundClock {
  let ahead = 0;

  return {
    now: () => base() + ahead,
    moveTo(time) {
      ahead += Math.max(0, time - (base() + ahead));
    },
  };
}

export interface Reminded {
  /** When the next reminder is due; null when none is planned. */
  nextReminder(): Promise<number | null>;
  /** Sends what is due. */
  look(): Promise<void>;
}

const MOST_STOPS = 60;

/** Where a jump leads. Up to `from` in one leap, as if the bot had been away; from there by way of every reminder, as time itself would. */
export interface Way {
  readonly from: number | null;
  readonly to: number;
}

/** A leap over a reminder makes it stale, so each one that is due on the way is stopped at. */
export async function walk(clock: PlaygroundClock, bot: Reminded, { from, to: time }: Way): Promise<void> {
  if (from !== null) {
    clock.moveTo(from);
    await bot.look();
  }
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const next = await bot.nextReminder();
    if (next === null || next > time) break;
    clock.moveTo(next);
    await bot.look();
    if ((await bot.nextReminder()) === next) break;
  }
  clock.moveTo(time);
  await bot.look();
}

export type Jump = "next" | "week" | "clock-change";

const DAY = 86_400_000;

/** Where a jump leads; a sentence where it leads nowhere. */
export async function whereTo(jump: Jump, zone: string, now: number, bot: Reminded): Promise<Way | string> {
  switch (jump) {
    case "week":
      return { from: null, to: now + 7 * DAY };
    case "next": {
      const to = await bot.nextReminder();
      return to === null
        ? "No reminder is planned. Switch on nudges in Home, or set up a 1:1, and jump again."
        : { from: null, to };
    }
    case "clock-change": {
      const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
      const change = there.getTimeZoneTransition("next");
      if (change === null) return `The clocks of ${zone} do not change.`;
      // Months of reminders would take a while. A week on from the change, so that what recurs has recurred once at its new offset.
      return { from: change.epochMilliseconds - DAY, to: change.epochMilliseconds + 7 * DAY };
    }
  }
}
