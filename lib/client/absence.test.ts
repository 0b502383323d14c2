import { expect, test } from "vitest";
import { absenceBetween } from "./absence";
import { steadyClock } from "./steady-clock";

const minutes = (n: number) => n * 60_000;
const look = (steady: number, wall = steady) => ({ steady, wall });

test("a page that is looked at, or throttled to once a minute, was never away", () => {
  expect(absenceBetween(look(0), look(1_000))).toBeNull();
  expect(absenceBetween(look(0), look(minutes(1) + 3_000))).toBeNull();
  expect(absenceBetween(look(0), look(1_000, 2_500))).toBeNull();
});

test("an hour and a half without a look was counted by a clock that ran on", () => {
  expect(absenceBetween(look(5_000), look(5_000 + minutes(90)))).toEqual({
    from: 5_000,
    to: 5_000 + minutes(90),
    ms: minutes(90),
    counted: true,
  });
});

test("a clock that slept with the device has counted nothing, and the wall clock says how long", () => {
  expect(absenceBetween(look(5_000), look(6_000, 6_000 + minutes(12)))).toMatchObject({
    ms: minutes(12),
    counted: false,
  });
});

test("a wall clock set back a day is no absence", () => {
  expect(absenceBetween(look(0), look(1_000, 1_000 - minutes(1_440)))).toBeNull();
});

const clockAt = (time: { wall: number; monotonic: number }, ahead = 0) =>
  steadyClock({ wall: () => time.wall, monotonic: () => time.monotonic }, ahead);

test("two devices whose clocks are minutes apart stamp on the server's time", () => {
  const laptop = clockAt({ wall: 1_000_000, monotonic: 10 });
  const phone = clockAt({ wall: 1_000_000 - minutes(7), monotonic: 99_000 });
  laptop.settle(2_000_000, 40);
  phone.settle(2_000_100, 40);
  expect([laptop.stamp(), phone.stamp()]).toEqual([2_000_020, 2_000_120]);
});

test("once an event is stamped, or told by a slow answer, the clock stays as it is", () => {
  const clock = clockAt({ wall: 1_000_000, monotonic: 0 });
  clock.settle(2_000_000, 9_000);
  expect([clock.stamp(), clock.isSettled()]).toEqual([1_000_000, false]);
  clock.settle(2_000_000, 40);
  expect([clock.now(), clock.moved(), clock.isSettled()]).toEqual([1_000_000, 0, true]);
});

test("after a reload with a clock set back it goes on from the last event, and says that it was moved", () => {
  const time = { wall: 1_000_000 - minutes(1_440), monotonic: 0 };
  const clock = clockAt(time);
  clock.atLeast(1_000_000);
  time.monotonic = 3_000;
  expect([clock.now(), clock.moved()]).toEqual([1_003_000, minutes(1_440)]);
  clock.settle(1_008_000, 0);
  expect(clock.now()).toBe(1_008_000);
});

test("without a network it begins by what was last known of the server's clock", () => {
  expect(clockAt({ wall: 1_000_000, monotonic: 5 }, -60_000).now()).toBe(940_000);
});

test("the steady clock begins with the wall's time and follows it nowhere", () => {
  const time = { wall: 1_000_000, monotonic: 50 };
  const clock = steadyClock({ wall: () => time.wall, monotonic: () => time.monotonic });
  expect(clock.now()).toBe(1_000_000);
  Object.assign(time, { wall: 5, monotonic: 3_050 });
  expect(clock.now()).toBe(1_003_000);
  clock.catchUp(60_000);
  expect(clock.now()).toBe(1_063_000);
});
