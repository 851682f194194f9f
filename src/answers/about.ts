/** Plain sentences that are true of this version; a feature that changes one of them changes it here in the same commit. */
export const PRIVACY: readonly string[] = [
  "Kept of you: the wins that you save, with what you add to them; words that could not be saved yet, for a day; what you choose yourself, such as framework, level, focus, notes and when you may be written to; and your 1:1s with their points, what was agreed and what you sent. Nothing of guests.",
  "You alone see it here, until you press a button that shares a win or sends a preparation, after a preview. No command shows it to an admin or to your manager.",
  "Whoever runs the database can read it, as with any program, and so can whoever holds a backup. It is not written to the log.",
  "It reads what you hand it: a command, a shortcut on a message, a mention, a direct message, a button, or the agreed emoji on a message of your own once you switched that on. It reads no channel.",
  "A win that you take back is erased for good after 24 hours. Export gives you your wins, 1:1s and choices as files; forget-me erases everything at once, and says what a backup may still hold.",
  "The frameworks are read from a folder that your company keeps, on a machine that your company runs.",
];
