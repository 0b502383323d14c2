import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { FirstFew } from "./first-few";

const shownOf = (count: number) =>
  renderToString(
    <FirstFew of={Array.from({ length: count }, (_, n) => `i${n}`)} noun="interviewers">
      {(shown) => shown.map((each) => <i key={each} />)}
    </FirstFew>,
  );

test("forty are shown at once; of more the first forty, and the way to all of them", () => {
  expect(shownOf(40).match(/<i>/g)).toHaveLength(40);
  expect(shownOf(40)).not.toContain("Show all");
  expect(shownOf(2_000).match(/<i>/g)).toHaveLength(40);
  expect(shownOf(2_000).replaceAll("<!-- -->", "")).toContain("Show all 2,000 interviewers");
});
