/** Things kept under a key until those used since weigh too much. */
export interface LastUsed<T> {
  get(key: string): T | undefined;
  set(key: string, thing: T): void;
}

/** Keeps what was used last: when all together weigh more than `most`, those unused for longest go. */
export function lastUsed<T>(most: number, weightOf: (thing: T) => number): LastUsed<T> {
  const kept = new Map<string, T>();
  let weight = 0;
  const drop = (key: string) => {
    const thing = kept.get(key);
    if (thing === undefined) return;
    kept.delete(key);
    weight -= weightOf(thing);
  };
  return {
    get(key) {
      const thing = kept.get(key);
      if (thing === undefined) return undefined;
      kept.delete(key);
      kept.set(key, thing);
      return thing;
    },
    set(key, thing) {
      drop(key);
      kept.set(key, thing);
      weight += weightOf(thing);
      for (const oldest of kept.keys()) {
        if (weight <= most || oldest === key) break;
        drop(oldest);
      }
    },
  };
}
