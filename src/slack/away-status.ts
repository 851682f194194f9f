/**
 * What a status in Slack says about whether somebody is at work. Only the answer is kept, never the words. Whoever is merely busy, at home or
 * in a meeting is at work. What is not listed says nothing.
 */

interface Sign {
  readonly sign: string;
  readonly why: string;
}

const EMOJI: readonly Sign[] = [
  { sign: "palm_tree", why: "Slack suggests it for a holiday" },
  { sign: "desert_island", why: "a holiday" },
  { sign: "beach_with_umbrella", why: "a holiday" },
  { sign: "umbrella_on_ground", why: "a holiday" },
  { sign: "camping", why: "a holiday" },
  { sign: "tent", why: "a holiday" },
  { sign: "luggage", why: "a journey of one's own" },
  { sign: "airplane", why: "in the air, or on the way" },
  { sign: "airplane_departure", why: "in the air, or on the way" },
  { sign: "face_with_thermometer", why: "Slack suggests it for being ill" },
  { sign: "face_with_head_bandage", why: "ill" },
  { sign: "nauseated_face", why: "ill" },
  { sign: "sneezing_face", why: "ill" },
  { sign: "pill", why: "ill" },
  { sign: "hospital", why: "ill, or with somebody who is" },
  { sign: "baby", why: "parental leave" },
  { sign: "baby_bottle", why: "parental leave" },
];

/** Whole words, in any case. */
const WORDS: readonly Sign[] = [
  { sign: "out of (?:the )?office|ooo", why: "calendars write it into the status by themselves" },
  { sign: "holidays?|vacation(?:ing)?|annual leave|time off|day off|days off|pto", why: "a holiday" },
  { sign: "(?:on|parental|maternity|paternity|family|sick|medical|compassionate) leave", why: "leave of any kind" },
  { sign: "sabbatical|bereavement", why: "leave of any kind" },
  { sign: "sick|ill|unwell|poorly|off sick", why: "ill" },
  { sign: "away|afk until", why: "says it itself" },
  { sign: "urlaub|elternzeit|krank|abwesend", why: "the same in German" },
  { sign: "vacances|congés?|malade|absente?", why: "the same in French" },
  { sign: "vacaciones|de baja|enferm[oa]", why: "the same in Spanish" },
  { sign: "férias|doente|ferie|malat[oa]", why: "the same in Portuguese and Italian" },
];

const EMOJI_NAMES = new Set(EMOJI.map(({ sign }) => sign));
const ANY_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS.map(({ sign }) => sign).join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
/** "Back from holiday" is not a holiday. */
const RETURNED = /^back (?:from|after)\b/i;

export interface SlackStatus {
  readonly status_emoji?: string | undefined;
  readonly status_text?: string | undefined;
  /** Seconds since 1970; 0: it has no end. */
  readonly status_expiration?: number | undefined;
}

/** Milliseconds since 1970 until which they are away, as far as their status says; infinity where it has no end. undefined: it does not say. */
export function awayUntil({
  status_emoji = "",
  status_text = "",
  status_expiration = 0,
}: SlackStatus): number | undefined {
  const emoji = status_emoji.replaceAll(":", "").replace(/skin-tone-\d$/, "");
  const isAway = !RETURNED.test(status_text) && (EMOJI_NAMES.has(emoji) || ANY_WORD.test(status_text));

  if (!isAway) return undefined;
  return status_expiration > 0 ? status_expiration * 1000 : Number.POSITIVE_INFINITY;
}
