import { expect, test } from "vitest";
import { parseViews, SAVED_VIEWS_MAX, withView } from "./saved-views";

test("a view of the same name gives way, the newest stands first, and the oldest goes when there are too many", () => {
  const split = { name: "Debrief first", query: "only=split" };
  expect(
    withView([split, { name: "Late", query: "only=overdue" }], { name: "Late", query: "sort=waiting" }),
  ).toEqual([{ name: "Late", query: "sort=waiting" }, split]);
  const many = Array.from({ length: SAVED_VIEWS_MAX }, (_, at) => ({ name: `View ${at}`, query: "" }));
  expect(withView(many, split)).toEqual([split, ...many.slice(0, -1)]);
});

test("what somebody else left in the browser's storage is no view", () => {
  expect(["", "null", "{}", '[{"name":1}]', '[{"name":"","query":""}]'].map(parseViews)).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(parseViews('[{"name":"Late","query":"only=overdue"}]')).toEqual([
    { name: "Late", query: "only=overdue" },
  ]);
});
