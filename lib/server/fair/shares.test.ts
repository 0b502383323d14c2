import { expect, test } from "vitest";
import { Shares } from "./shares";

/** `count` requests of one organisation, under way from one moment to another. */
function atWork(shares: Shares, organizationId: string, count: number, from: number, to: number): void {
  const ends = Array.from({ length: count }, () => {
    shares.see(organizationId, from);
    return shares.begin(organizationId, from);
  });
  for (const end of ends) end(to);
}

test("whoever asks without end is loud within a second, while somebody else is there", () => {
  const shares = new Shares(0.25);
  shares.see("B", 0);
  atWork(shares, "A", 40, 1, 300);
  expect(shares.isLoud("A", 300)).toBe(false);
  atWork(shares, "A", 40, 300, 900);
  expect(shares.isLoud("A", 900)).toBe(true);
  expect(shares.isLoud("B", 900)).toBe(false);
});

test("alone in the process nobody is loud, and a minute after the others have gone nobody is any more", () => {
  const shares = new Shares(0.25);
  atWork(shares, "A", 40, 0, 5_000);
  expect([shares.isLoud("A", 5_000), shares.isOver("A", 5_000)]).toEqual([false, true]);
  shares.see("B", 5_000);
  expect(shares.isLoud("A", 5_001)).toBe(true);
  atWork(shares, "A", 40, 5_001, 64_999);
  expect(shares.isLoud("A", 64_999)).toBe(true);
  expect(shares.isLoud("A", 65_001)).toBe(false);
});

test("who is kept waiting by others does not pay for it: time is divided among those under way", () => {
  const shares = new Shares(0.25);
  const end = shares.begin("B", 0);
  shares.see("B", 0);
  atWork(shares, "A", 39, 0, 4_000);
  end(4_000);
  expect([shares.isLoud("A", 4_000), shares.isLoud("B", 4_000)]).toEqual([true, false]);
});

test("a house of people at work stays within its share, however long the day is", () => {
  const shares = new Shares(0.25);
  for (let at = 0; at < 600_000; at += 200) {
    shares.see("B", at);
    atWork(shares, "A", 2, at, at + 40);
    expect(shares.isLoud("A", at + 40)).toBe(false);
  }
});

test("a loud house is one again once it owes nothing", () => {
  const shares = new Shares(0.25);
  shares.see("B", 0);
  atWork(shares, "A", 4, 0, 3_000);
  expect(shares.isLoud("A", 3_000)).toBe(true);
  expect(shares.isLoud("A", 3_900)).toBe(true);
  expect(shares.isLoud("A", 4_100)).toBe(false);
});

test("a whole share is no limit", () => {
  const shares = new Shares(1);
  shares.see("B", 0);
  atWork(shares, "A", 40, 0, 10_000);
  expect(shares.isLoud("A", 10_000)).toBe(false);
});
