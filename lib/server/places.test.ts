import { afterEach, expect, test, vi } from "vitest";
import { within } from "./deadline";
import { Places } from "./places";

const ada = { memberId: "ada", organizationId: "ours" };
const ben = { memberId: "ben", organizationId: "ours" };
const cleo = { memberId: "cleo", organizationId: "ours" };
const ned = { memberId: "ned", organizationId: "theirs" };

test("one member holds two, an organisation three, and another organisation has its own; what is given back is free once", () => {
  const places = new Places({ member: 2, organization: 3 }, "Wait");
  const first = places.take(ada);
  places.take(ada);
  expect(() => places.take(ada)).toThrow("Wait");
  places.take(ben);
  expect(() => places.take(cleo)).toThrow("Wait");
  places.take(ned);
  first();
  first();
  places.take(cleo);
  expect(() => places.take(ben)).toThrow("Wait");
});

afterEach(() => vi.useRealTimers());

test("what takes too long is given up, what comes in time is passed on, and no timer is left behind", async () => {
  vi.useFakeTimers();
  const never = within(1_000, new Promise<never>(() => {}), "Too slow");
  const refused = expect(never).rejects.toThrow("Too slow");
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;
  expect(await within(1_000, Promise.resolve(7), "Too slow")).toBe(7);
  await expect(within(1_000, Promise.reject(new Error("Its own")), "Too slow")).rejects.toThrow("Its own");
  expect(vi.getTimerCount()).toBe(0);
});
