import { reachState, STATES } from "./cockpit-states";
import { DEBRIEF_STATES } from "./debrief-states";
import { PRACTICE_STATES } from "./practice-states";
import { ROUND_STATES } from "./round-states";
import { RUBRIC_STATES } from "./rubric-states";
import type { State } from "./states";

const COCKPIT_STATES: readonly State[] = STATES.map((state) => ({
  name: `cockpit-${state.name}`,
  as: "ada",
  reach: (page, world) => reachState(page, world, state),
}));

/** Every state of every page that has several, for whoever has to look at all of them. What changes the rubric comes last. */
export const EVERY_STATE: readonly State[] = [
  ...COCKPIT_STATES,
  ...DEBRIEF_STATES,
  ...PRACTICE_STATES,
  ...ROUND_STATES,
  ...RUBRIC_STATES,
];
