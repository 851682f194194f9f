/** Blocks, lines and list items have no identity but their place: React gets that as the key. */
export function keyed<T>(values: readonly T[]): readonly (readonly [string, T])[] {
  return values.map((value, index) => [String(index), value] as const);
}
