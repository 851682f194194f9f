import { expect, test } from "vitest";
import { dayInWords, localDay, momentInWords } from "../../src/wins/days.ts";

const LATE = Date.parse("2026-11-21T20:30:00Z");

test("a day is the person's own", () => {
  expect(localDay(LATE, "Pacific/Auckland")).toBe("2026-11-22");
  expect(localDay(LATE, "America/New_York")).toBe("2026-11-21");
  expect(localDay(LATE, null)).toBe("2026-11-21");
  expect(localDay(LATE, "Mars/Olympus")).toBe("2026-11-21");
});

test("days and moments in words", () => {
  expect(dayInWords("2026-11-21")).toBe("Sat 21 Nov 2026");
  expect(dayInWords("soon")).toBe("soon");
  expect(momentInWords(LATE, "Asia/Kathmandu")).toBe("Sun 22 Nov, 02:15");
  expect(momentInWords(LATE, "Mars/Olympus")).toBe("Sat 21 Nov, 20:30");
});
