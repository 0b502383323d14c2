import { expect, test } from "vitest";
import { addToast, dismissToast, toastList } from "./toast-list";

const messages = () => toastList.read().map(({ message }) => message);

test("the newest three are shown, what stays is there once, and what is put away is gone", () => {
  let told = 0;
  const stop = toastList.subscribe(() => {
    told += 1;
  });
  for (const message of ["one", "two"]) addToast({ message, stays: false });
  addToast({ message: "New version", stays: true });
  addToast({ message: "New version", stays: true });
  expect(messages()).toEqual(["one", "two", "New version"]);
  addToast({ message: "two", stays: false });
  expect(messages()).toEqual(["two", "New version", "two"]);
  for (const { id } of toastList.read()) dismissToast(id);
  expect(messages()).toEqual([]);
  expect(told).toBe(7);
  stop();
});
