/** Groups that are filled one by one, where `Map.groupBy` would do all at once and nobody could pause. */
interface Groups<K, T> {
  get(key: K): T[] | undefined;
  set(key: K, group: T[]): unknown;
}

export function addTo<K, T>(groups: Groups<K, T>, key: K, one: T): void {
  const group = groups.get(key);

  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}
