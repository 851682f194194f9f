/** Plain sentences that are true of this version; a feature that changes one of them changes it here in the same commit. */
export const PRIVACY: readonly string[] = [
  "This version stores nothing about you: no names, no questions, no answers.",
  "It reads what you hand it, a command you type or a button you press on one of its cards, and no channel.",
  "Its answers in channels are visible to you only, until you press a button that shares one, after a preview.",
  "The frameworks are read from a folder that your company keeps, on a machine that your company runs.",
  "Whoever runs that machine can see that a command was used; what you typed is not written to its log.",
];
