/** Why a criterion is proposed, in words a person recognises: their own, and the name of what these speak of. */

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

/** Words that stand in the win, strongest first, then what the strongest concept is called. */
export function reasonsFor(shares: readonly Share[]): string[] {
  const sorted = [...shares].sort((a, b) => b.worth - a.worth);
  const least = (sorted[0]?.worth ?? 0) * FLOOR;
  const strong = sorted.filter(({ worth }) => worth >= least);
  const said = outermost(strong.flatMap((share) => share.said ?? [])).slice(0, LIMIT - 1);
  const name = strong.find((share) => share.name !== null)?.name ?? null;

  return name === null || said.some((words) => isWithin(name, words)) ? said : [...said, name];
}

/** A reason says nothing beside one that holds it. */
function outermost(reasons: readonly string[]): string[] {
  return reasons.filter(
    (one, at) =>
      !reasons.some((other, place) => place !== at && isWithin(one, other) && (place < at || !isWithin(other, one))),
  );
}

function isWithin(one: string, other: string): boolean {
  return other.toLowerCase().includes(one.toLowerCase());
}
