import { expect, test } from "vitest";
import { isDescending, isFiltered, type ListState, queryOf, viewQuery } from "./list-state";

const plain: ListState = {
  opening: null,
  view: "list",
  q: "",
  stage: null,
  only: null,
  trap: null,
  sort: "composite",
  order: "first",
  hide: [],
  pick: [],
};

test("the address asks the server for what it names and no more: columns and choice stay in the browser", () => {
  expect(queryOf(plain)).toEqual({ sort: "composite", order: "first" });
  expect(
    queryOf({
      ...plain,
      q: " vidal ",
      only: "split",
      trap: "fake-mistake",
      stage: "scoring",
      hide: ["marks"],
      pick: ["a"],
    }),
  ).toEqual({
    q: "vidal",
    only: "split",
    trap: "fake-mistake",
    stage: "scoring",
    sort: "composite",
    order: "first",
  });
});

test("what one looks for first is the highest figure, but A among names", () => {
  expect([isDescending("composite", "first"), isDescending("name", "first")]).toEqual([true, false]);
  expect([isDescending("waiting", "last"), isDescending("name", "last")]).toEqual([false, true]);
});

test("a saved view keeps how one looks, never at whom", () => {
  expect(viewQuery("?opening=1&q=vidal&pick=a,b&hide=marks&only=split&sort=name")).toBe(
    "only=split&sort=name&hide=marks",
  );
  expect(viewQuery("")).toBe("");
});

test("an order or hidden columns narrow nothing", () => {
  expect(isFiltered({ ...plain, sort: "name", hide: ["marks"] })).toBe(false);
  expect(isFiltered({ ...plain, only: "split" })).toBe(true);
});
