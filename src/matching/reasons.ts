/** Why a criterion is proposed, in words a person recognises: what they wrote, and the name of what it speaks of. */

export interface Share {
  readonly worth: number;
  /** The concept's name; null for a word that both texts hold. */
  readonly name: string | null;
  /** The words of the win; null where they do not stand together. */
  readonly said: string | null;
}

const LIMIT = 3;
/** A share that is worth less than this part of the strongest is left out. */
const FLOOR = 0.25;

export function reasonsFor(shares: readonly Share[]): string[] {
  const sorted = [...shares].sort((a, b) => b.worth - a.worth);
  const least = (sorted[0]?.worth ?? 0) * FLOOR;
  const reasons: string[] = [];
  for (const share of sorted) {
    if (share.worth >= least) {
      reasons.push(...[share.name, share.said].filter((reason) => reason !== null));
    }
  }
  return distinct(reasons).slice(0, LIMIT);
}

function distinct(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = word.toLowerCase();
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
