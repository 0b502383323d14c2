import { expect, test } from "vitest";
import { DEFAULT_KEYS, KEY_DEEDS, keyMapOf, refusedKey } from "./key-map";

test("what was kept is used, and what cannot be used leaves the key as it was", () => {
  expect(keyMapOf(null)).toEqual(DEFAULT_KEYS);
  expect(keyMapOf("not json")).toEqual(DEFAULT_KEYS);
  expect(keyMapOf('{"beat":"b","note":7,"trap":"tt","probe":"3"}')).toEqual({ ...DEFAULT_KEYS, beat: "b" });
});

test("no two deeds share a key, whatever was kept", () => {
  expect(keyMapOf('{"note":"t"}')).toEqual(DEFAULT_KEYS);
  expect(keyMapOf('{"note":"t","beat":"b"}')).toMatchObject({ note: "t", beat: "b" });
  const swapped = keyMapOf('{"note":"m","beat":"n"}');
  expect(swapped).toMatchObject({ note: "m", beat: "n" });
  expect(new Set(KEY_DEEDS.map((deed) => swapped[deed])).size).toBe(KEY_DEEDS.length);
});

test("a refusal says why", () => {
  expect(refusedKey("t", "note", DEFAULT_KEYS)).toBe("T is “Start the answer, next beat, end” already");
  expect(refusedKey("4", "note", DEFAULT_KEYS)).toContain("1 to 5");
  expect(refusedKey("Shift", "note", DEFAULT_KEYS)).toContain("one letter");
  expect(refusedKey("m", "note", DEFAULT_KEYS)).toBeNull();
});
