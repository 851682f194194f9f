/**
 * Questions that ask for nothing in particular. Half of them are about work that leaves no trace of its own: help, unblocking, things that
 * did not go wrong. Which ones come follows from the day alone, so that the same day always asks the same.
 */
const FOR_MEETINGS: readonly string[] = [
  "What changed because of you?",
  "Who did you help, and with what?",
  "What are you proud of that nobody saw?",
  "What would you like to be doing more of?",
  "What is in your way, and who could move it?",
  "What did you learn that the team should know?",
  "What did you decide, and what did you decide against?",
  "What did not go wrong because you were there?",
  "What would you do differently if it came again?",
];

const FOR_NUDGES: readonly string[] = [
  "What changed because of you?",
  "Who did you help?",
  "What did you make easier for somebody else?",
  "What did you review, and what came of it?",
  "What did you explain more than once, or write down so that you need not?",
  "What did not go wrong because you were there?",
  "What did you finish that had been waiting for a long time?",
  "What did you learn this week?",
];

const ASKED = 3;

export function meetingQuestions(day: string): readonly string[] {
  const start = weekNumber(day) * ASKED;
  return Array.from({ length: ASKED }, (_, index) => FOR_MEETINGS[(start + index) % FOR_MEETINGS.length] ?? "");
}

export function nudgeQuestion(day: string): string {
  return FOR_NUDGES[weekNumber(day) % FOR_NUDGES.length] ?? "";
}

/** Weeks since 5 January 1970, a Monday. */
export function weekNumber(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 - 4) / 7);
}
