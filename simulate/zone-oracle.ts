/**
 * Local time told a second way, to judge the first: offsets are read from Intl, and slots are found by walking from minute to minute (on days
 * of 24 hours only at the minute in question) with calendar sums of its own. It shares nothing with what it judges.
 */
import type { Cadence, Rule } from "../src/nudges/time/rule.ts";

interface Stretch {
  /** First instant, milliseconds since 1970. */
  readonly from: number;
  /** Local minus UTC, milliseconds. */
  readonly offset: number;
}

export interface ZoneOracle {
  /** Local wall time, as if it were UTC. */
  wall(at: number): number;
  nextSlot(rule: Omit<Rule, "zone">, after: number): number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

export function createZoneOracle(zone: string, from: number, to: number): ZoneOracle {
  const stretches = readStretches(zone, from, to);

  let last = { from: 0, to: 0, offset: 0 };

  const offsetAt = (at: number): number => {
    if (at >= last.from && at < last.to) return last.offset;
    const index = stretches.findLastIndex((stretch) => stretch.from <= at);
    const found = stretches[index];
    if (found === undefined) throw new Error("Before the oracle's time.");
    last = { ...found, to: stretches[index + 1]?.from ?? to };
    return found.offset;
  };

  return {
    wall: (at) => at + offsetAt(at),

    nextSlot({ time, cadence }, after) {
      const [hours = 0, minutes = 0] = time.split(":").map(Number);
      const ofDay = (hours * 60 + minutes) * MINUTE;
      const matches = (wall: number): boolean => mod(wall, DAY) === ofDay && isOn(cadence, wall - ofDay);
      const jumped = stretches.slice(1).flatMap((stretch, index) => {
        const before = stretches[index]?.offset ?? stretch.offset;
        return stretch.from < after - 3 * DAY
          ? []
          : skippedWalls(stretch, before)
              .filter(matches)
              .map((wall) => wall - before);
      });
      const soonestJump = Math.min(...jumped.filter((at) => at > after));

      for (let at = (Math.floor(after / MINUTE) + 1) * MINUTE; at < soonestJump; at += step(at)) {
        if (matches(at + offsetAt(at)) && !isSecondTime(stretches, at)) return at;
        if (at > to) throw new Error("Beyond the oracle's time.");
      }
      return soonestJump;

      /** To the next minute; over the minutes of another hour of day when the clock stays as it is for so long. */
      function step(at: number): number {
        const rest = mod(ofDay - at - offsetAt(at) - MINUTE, DAY);
        return at + rest < last.to ? rest + MINUTE : MINUTE;
      }
    },
  };
}

/** Wall times, minute by minute, that the clock went forward over; none of a day that is missing as a whole. */
function skippedWalls({ from, offset }: Stretch, before: number): number[] {
  const walls: number[] = [];

  for (let wall = from + before; wall < from + offset; wall += MINUTE) {
    const midnight = wall - mod(wall, DAY);
    const wholeDay = midnight >= from + before && midnight + DAY <= from + offset;
    if (!wholeDay) walls.push(wall);
  }
  return walls;
}

function isSecondTime(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some((stretch, index) => {
    const before = stretches[index - 1]?.offset ?? stretch.offset;
    return stretch.from <= at && at < stretch.from + DAY && at + stretch.offset < stretch.from + before;
  });
}

function isOn(cadence: Cadence, midnight: number): boolean {
  const date = new Date(midnight);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  switch (cadence.kind) {
    case "weekly":
      return weekday === cadence.weekday;
    case "fortnightly": {
      const days = (midnight - Date.parse(`${cadence.anchor}T00:00:00Z`)) / DAY;
      return days >= 0 && days % 14 === 0;
    }
    case "monthly": {
      const inWeek = new Date(midnight + 7 * DAY).getUTCMonth() !== date.getUTCMonth();
      return (
        weekday === cadence.weekday &&
        (cadence.nth === "last" ? inWeek : Math.ceil(date.getUTCDate() / 7) === cadence.nth)
      );
    }
  }
}

function readStretches(zone: string, from: number, to: number): Stretch[] {
  const format = new Intl.DateTimeFormat("en-GB-u-hc-h23", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const offsetAt = (at: number): number => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
  const stretches = [{ from, offset: offsetAt(from) }];

  for (let at = from; at < to; at += DAY) {
    if (offsetAt(at) === offsetAt(at + DAY)) continue;
    let [low, high] = [at, at + DAY];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle) === offsetAt(at)) low = middle;
      else high = middle;
    }
    stretches.push({ from: high, offset: offsetAt(high) });
  }
  return stretches;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
