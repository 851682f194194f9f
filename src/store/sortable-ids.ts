import { randomBytes } from "node:crypto";

/**
 * Ids that sort by the moment they were made: ten characters of time in milliseconds, sixteen of chance, in lower-case base 32. Within one
 * millisecond, or when the clock steps back, the last id is counted up, so that a later id is always the greater one.
 */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LENGTH = 10;
const CHANCE_LENGTH = 16;

export function createIds(now: () => Date): () => string {
  let time = 0;
  let chance: number[] = [];

  return () => {
    const moment = now().getTime();

    if (moment > time || chance.length === 0) {
      time = Math.max(moment, time);
      chance = Array.from(randomBytes(CHANCE_LENGTH), (byte) => byte % 32);
      // Room for counting up.
      chance[0] = (chance[0] ?? 0) % 16;
    } else {
      countUp(chance);
    }
    return timePart(time) + chance.map((digit) => DIGITS[digit]).join("");
  };
}

/** The smallest id of that moment. */
export function firstIdAt(moment: Date): string {
  return timePart(Math.max(0, moment.getTime())) + "0".repeat(CHANCE_LENGTH);
}

function countUp(digits: number[]): void {
  for (let place = digits.length - 1; place >= 0; place -= 1) {
    const digit = ((digits[place] ?? 0) + 1) % 32;
    digits[place] = digit;
    if (digit !== 0) {
      return;
    }
  }
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";

  for (let place = 0; place < TIME_LENGTH; place += 1) {
    text = `${DIGITS[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}
