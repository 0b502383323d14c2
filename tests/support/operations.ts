import { v7 } from "uuid";
import type { Operation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { DIMENSIONS, type Mark } from "@/lib/domain/scale";

/** One tab of one interviewer, counting its operations as the browser does. */
export function tab(rubricVersionId: string) {
  const clientId = v7();
  let clientSeq = 0;
  return (change: Change): Operation => {
    clientSeq += 1;
    return {
      opId: v7(),
      clientId,
      clientSeq,
      change,
      baseRevision: 0,
      rubricVersionId,
      at: clientSeq * 100,
      wallClock: new Date().toISOString(),
    };
  };
}

/** Everything a scorecard needs to be submitted: five marks (with evidence for each) and a recommendation. */
export function completeCard(marks: readonly Mark[], heard: readonly string[] = []): Change[] {
  return [
    ...DIMENSIONS.flatMap((dimension, index): Change[] => {
      const mark = marks[index];
      return [
        {
          field: "rating",
          dimension,
          value: mark === undefined ? { state: "not-observed" } : { state: "observed", mark },
        },
        {
          field: "note",
          noteId: v7(),
          value: { dimension, text: heard[index] ?? `heard about ${dimension}`, atMs: 1000 * index },
        },
      ];
    }),
    { field: "recommendation", value: "yes" },
  ];
}
