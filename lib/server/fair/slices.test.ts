import { expect, test } from "vitest";
import { sliceOf } from "./slices";

async function* three() {
  yield "a";
  yield "b";
  yield "c";
}

test("a slice is one piece at least, and all that come within its time; the end is empty", async () => {
  const file = three();
  expect(await sliceOf(file, 0)).toEqual(["a"]);
  expect(await sliceOf(file, 1_000)).toEqual(["b", "c"]);
  expect(await sliceOf(file, 1_000)).toEqual([]);
});

test("what fails within a slice fails the file", async () => {
  async function* broken() {
    yield "a";
    throw new Error("no");
  }
  await expect(sliceOf(broken(), 1_000)).rejects.toThrow("no");
});
