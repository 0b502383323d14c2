/** Records by a key, in the order they came. (`Map.groupBy` is not in Node 20.) */
export function groupBy<T, K>(records: Iterable<T>, keyOf: (record: T) => K): Map<K, T[]> {
  const grouped = new Map<K, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = grouped.get(key);
    if (group) group.push(record);
    else grouped.set(key, [record]);
  }
  return grouped;
}
