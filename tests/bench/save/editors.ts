import type { World } from "@/db/testing/world";
import type { Operation } from "@/lib/contracts/operations";
import { DIMENSIONS, marksOf } from "@/lib/domain/scale";
import { type SignedIn, seatInterview, signInInterviewers } from "../../support/interviewers";
import { tab } from "../../support/operations";

const SEATS = 5;
/** So many interviews are laid out at a time: the pool has no more connections. */
const AT_A_TIME = 8;

/** One interviewer before a draft of their own, and their next change of it. */
export interface Editor {
  cookie: string;
  interviewId: string;
  scorecardId: string;
  next(): Operation;
}

/** @param count a multiple of the five seats of an interview */
export async function seatEditors(world: World, count: number): Promise<Editor[]> {
  const people = await signInInterviewers(world, count);
  const rooms = Array.from({ length: count / SEATS }, (_, room) =>
    people.slice(room * SEATS, (room + 1) * SEATS),
  );
  const editors: Editor[] = [];
  for (let from = 0; from < rooms.length; from += AT_A_TIME) {
    const seated = rooms.slice(from, from + AT_A_TIME).map((panel, i) => seat(world, from + i, panel));
    editors.push(...(await Promise.all(seated)).flat());
  }
  return editors;
}

async function seat(world: World, room: number, panel: readonly SignedIn[]): Promise<Editor[]> {
  const { interviewId, scorecardIds } = await seatInterview(world, `Candidate ${room + 1}`, panel);
  return panel.map(({ cookie }, i) => {
    const make = tab(world.rubricVersionId);
    let saves = 0;
    return {
      cookie,
      interviewId,
      scorecardId: scorecardIds[i] ?? "",
      next: () => {
        const dimension = DIMENSIONS[saves % DIMENSIONS.length] ?? "ownership";
        const mark = marksOf(dimension)[saves % 5] ?? 1;
        saves += 1;
        return make({ field: "rating", dimension, value: { state: "observed", mark } });
      },
    };
  });
}
