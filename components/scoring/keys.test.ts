import { describe, expect, test } from "vitest";
import { DEFAULT_KEYS } from "@/components/shell/key-map";
import { type Command, commandOf, type Place, type Press } from "./keys";

function pressed(key: string, place: Partial<Place> = {}, press: Partial<Press> = {}): Command | null {
  return commandOf(
    { key, code: "", ctrl: false, meta: false, alt: false, shift: false, repeat: false, ...press },
    { typing: false, pressable: false, area: "rows", armed: null, shortcutsOn: true, ...place },
  );
}

describe("keys in the scoring area", () => {
  test("arrows and J/K move between dimensions, digits rate, 0 is not observed", () => {
    expect(pressed("ArrowDown")).toEqual({ do: "dimension", by: 1 });
    expect(pressed("k")).toEqual({ do: "dimension", by: -1 });
    expect(pressed("J")).toEqual({ do: "dimension", by: 1 });
    expect(pressed("4")).toEqual({ do: "rate", nth: 4 });
    expect(pressed("0")).toEqual({ do: "not-observed" });
    expect(pressed("6")).toBeNull();
  });

  test("X waits for one of four traps; any other digit lets go of it", () => {
    expect(pressed("x")).toEqual({ do: "arm", what: "trap" });
    expect(pressed("3", { armed: "trap" })).toEqual({ do: "trap", nth: 3 });
    expect(pressed("5", { armed: "trap" })).toEqual({ do: "disarm" });
    expect(pressed("Escape", { armed: "trap" })).toEqual({ do: "disarm" });
  });

  test("nothing typed into a note is a command, but Escape and Ctrl+Enter", () => {
    for (const key of ["1", "t", "n", " ", "ArrowDown", "Backspace"]) {
      expect(pressed(key, { typing: true })).toBeNull();
    }
    expect(pressed("Escape", { typing: true })).toEqual({ do: "leave-note" });
    expect(pressed("Enter", { typing: true }, { meta: true })).toEqual({ do: "submit" });
  });

  test("space pauses in the strip, and still presses a button there", () => {
    expect(pressed(" ", { area: "strip" })).toEqual({ do: "pause" });
    expect(pressed(" ", { area: "strip", pressable: true })).toBeNull();
    expect(pressed(" ")).toBeNull();
  });

  test("switched off, single keys do nothing; moving and submitting still work", () => {
    expect(pressed("3", { shortcutsOn: false })).toBeNull();
    expect(pressed("t", { shortcutsOn: false })).toBeNull();
    expect(pressed("ArrowUp", { shortcutsOn: false })).toEqual({ do: "dimension", by: -1 });
    expect(pressed("Enter", { shortcutsOn: false }, { ctrl: true })).toEqual({ do: "submit" });
  });

  test("the browser's own chords are left alone, and a key held down does its deed once", () => {
    expect(pressed("r", {}, { ctrl: true })).toBeNull();
    expect(pressed("t", {}, { repeat: true })).toBeNull();
    expect(pressed("3", {}, { repeat: true })).toBeNull();
    expect(pressed("j", {}, { repeat: true })).toEqual({ do: "dimension", by: 1 });
  });

  test("shift and a digit rate and go on, whatever sign the keyboard prints there", () => {
    expect(pressed("$", {}, { shift: true, code: "Digit4" })).toEqual({ do: "rate-and-go-on", nth: 4 });
    expect(pressed('"', {}, { shift: true, code: "Digit2" })).toEqual({ do: "rate-and-go-on", nth: 2 });
    expect(pressed("?", {}, { shift: true, code: "Slash" })).toBeNull();
  });

  test("after the last row a digit recommends, and arrows walk the choices as in any list", () => {
    expect(pressed("3", { area: "verdict" })).toEqual({ do: "recommend", nth: 3 });
    expect(pressed("ArrowDown", { area: "verdict" })).toBeNull();
    expect(pressed("k", { area: "verdict" })).toEqual({ do: "dimension", by: -1 });
  });

  test("a key that was given to another deed does that, and no longer what it did", () => {
    const keys = { ...DEFAULT_KEYS, beat: "b", names: "t" };
    const press = { code: "", ctrl: false, meta: false, alt: false, shift: false, repeat: false };
    const place = { typing: false, pressable: false, area: "rows", armed: null, shortcutsOn: true } as const;
    expect(commandOf({ ...press, key: "b" }, place, keys)).toEqual({ do: "beat" });
    expect(commandOf({ ...press, key: "t" }, place, keys)).toEqual({ do: "names" });
  });

  test("outside the rows, arrows belong to the control that has focus", () => {
    expect(pressed("ArrowDown", { area: "elsewhere" })).toBeNull();
  });
});
