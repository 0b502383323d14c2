import { expect, test } from "vitest";
import type { ComparedCandidate } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { cardsOfCompared, rubricOf } from "./sheet-card";
import { comparedCandidate } from "./testing/compared-candidate";

const version = (id: string) => ({ id }) as RubricVersion;

test("an anchor is read from the version its scorecard was scored on, whichever is newest", () => {
  const rubrics = [version("r2"), version("r1")];
  expect(rubricOf({ rubricVersionId: "r1" }, rubrics)?.id).toBe("r1");
  expect(rubricOf({ rubricVersionId: "r2" }, rubrics)?.id).toBe("r2");
  expect(rubricOf({ rubricVersionId: "r3" }, rubrics)).toBeNull();
});

test("a packet's sheet keeps each scorecard's version and what its author changed since", () => {
  const amendment: ComparedCandidate["cards"][number]["amendments"][number] = {
    id: "a",
    change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 4 } },
    reason: "Heard again",
    amendedAt: "2026-11-02T10:00:00.000Z",
  };
  const candidate: ComparedCandidate = {
    ...comparedCandidate("Vidal", 3),
    cards: [
      {
        scorecardId: "s",
        interviewId: "i",
        member: { id: "ada", name: "Ada" },
        scheduledAt: "2026-11-01T10:00:00.000Z",
        submittedAt: "2026-11-01T11:00:00.000Z",
        rubricVersionId: "r1",
        composite: { state: "complete", value: 3, dimensions: 5 },
        facts: {},
        timer: [],
        traps: [],
        recommendation: null,
        confidence: null,
        amendments: [amendment],
      },
    ],
  };
  const [card] = cardsOfCompared(candidate);
  expect(card).toMatchObject({ rubricVersionId: "r1", author: { name: "Ada" }, amendments: [amendment] });
});
