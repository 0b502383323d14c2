import { describe, expect, test } from "vitest";
import type { TimerEvent } from "@/lib/domain/beats";
import { EMPTY_SCORECARD, type ScorecardContent } from "@/lib/domain/scorecard";
import { offeredProbe, unheard } from "./probe";

const beat: TimerEvent = { id: "a", kind: "beat", beat: "situation", at: 1_000 };
const probing: TimerEvent = { id: "b", kind: "probe-on", beat: null, at: 2_000 };
const card = (part: Partial<ScorecardContent>): ScorecardContent => ({ ...EMPTY_SCORECARD, ...part });

describe("the probe on offer", () => {
  test("a level or a note means heard; not observed and an empty note do not", () => {
    const some = card({
      ratings: { ownership: { state: "observed", mark: 3 }, fix: { state: "not-observed" } },
      evidence: [
        { id: "1", dimension: "noticing", text: "paged the lead", atMs: null },
        { id: "2", dimension: "calibration", text: " ", atMs: null },
      ],
    });
    expect(unheard(some)).toEqual(["consequence", "fix", "calibration"]);
  });

  test("it is the row at hand when that is unheard, else the first unheard one not asked yet", () => {
    expect(offeredProbe(EMPTY_SCORECARD, "fix")).toBe("fix");
    const heard = card({ ratings: { fix: { state: "observed", mark: 3 } }, probesAsked: ["ownership"] });
    expect(offeredProbe(heard, "fix")).toBe("noticing");
  });

  test("while probing, the one just asked stays on screen; afterwards the next one comes", () => {
    const asking = card({ timer: [beat, probing], probesAsked: ["noticing"] });
    expect(offeredProbe(asking, "noticing")).toBe("noticing");
    const answered = card({
      timer: [beat, probing, { id: "c", kind: "probe-off", beat: null, at: 3_000 }],
      probesAsked: ["noticing"],
    });
    expect(offeredProbe(answered, "noticing")).toBe("ownership");
  });

  test("asked and still unheard comes back at the end; with everything heard there is none", () => {
    const asked = card({ probesAsked: ["ownership", "noticing", "consequence", "fix", "calibration"] });
    expect(offeredProbe(asked, "fix")).toBe("ownership");
    const mark = { state: "observed", mark: 2 } as const;
    const ratings = { ownership: mark, noticing: mark, consequence: mark, fix: mark, calibration: mark };
    expect(offeredProbe(card({ ratings }), "fix")).toBeNull();
  });
});
