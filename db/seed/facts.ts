import type { StoryFacts } from "@/lib/domain/story-facts";
import type { Marks } from "./world/types";

/**
 * The story's facts as one interviewer heard them: nobody notes an amount they then score as unheard.
 * @param marks that interviewer's, which the facts must not speak against
 */
export function factsHeard(story: StoryFacts, marks: Marks): StoryFacts {
  const [ownership, noticing, consequence, fix] = marks;
  const { kind, shape, bridge, voice, noticedBy, toldBefore, timeToNotice, timeToTell, cost } = story;
  return {
    ...(kind && { kind }),
    ...(shape && { shape }),
    ...(bridge && { bridge }),
    ...(voice && { voice: (ownership ?? 0) >= 4 ? "i" : voice }),
    ...((noticing ?? 0) >= 2 && {
      ...(noticedBy && { noticedBy }),
      ...(toldBefore && { toldBefore }),
      ...(timeToNotice && { timeToNotice }),
    }),
    ...((noticing ?? 0) >= 3 && timeToTell && { timeToTell }),
    ...((consequence ?? 0) >= 4 && cost && { cost }),
    ...(fix !== null && { fixKind: fixKindHeard(story.fixKind, fix) }),
  };
}

/** A fix of level 3 is at least a rule somebody keeps; below that, nothing was named that would hold. */
function fixKindHeard(told: StoryFacts["fixKind"], level: number): NonNullable<StoryFacts["fixKind"]> {
  if (level < 3) return "none";
  return told === undefined || told === "none" ? "rule" : told;
}
