/** Groups that are filled one by one, where `Map.groupBy` would do all at once and nobody could pause. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, one: T): void {
  const group = groups.get(key);

  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}
