import { expect, test } from "vitest";
import { type CardStorage, openDeviceCard } from "./device-card";

function device(entries: Record<string, string> = {}): CardStorage & { kept: Map<string, string> } {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

const FIX_4 = { field: "rating", dimension: "fix", value: { state: "observed", mark: 4 } } as const;

test("what was marked is there when the page is opened again, until it is handed in", () => {
  const storage = device();
  const card = openDeviceCard("one", storage);
  let told = 0;
  const stop = card.subscribe(() => {
    told += 1;
  });
  card.change(FIX_4);
  stop();
  card.change({ field: "recommendation", value: "yes" });
  expect(told).toBe(1);
  const again = openDeviceCard("one", storage);
  expect(again.read().content).toMatchObject({ ratings: { fix: FIX_4.value }, recommendation: "yes" });
  expect(openDeviceCard("two", storage).read().content.ratings).toEqual({});
  again.forget();
  expect(openDeviceCard("one", storage).read().content.ratings).toEqual({});
});

test("a value that nobody can read begins empty, and a full storage keeps the card on screen", () => {
  for (const broken of ["{", "null", '{"ratings":{"fix":7}}']) {
    expect(openDeviceCard("one", device({ one: broken })).read().content.ratings).toEqual({});
  }
  const full: CardStorage = {
    ...device(),
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  const card = openDeviceCard("one", full);
  card.change(FIX_4);
  expect(card.read().content.ratings.fix).toEqual(FIX_4.value);
});
