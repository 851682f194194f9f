/** A long list in parts of so many: what one statement, or one commit, may carry. */
export function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
