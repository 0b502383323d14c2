import * as fc from "fast-check";
import type { Change } from "@/lib/domain/changes";
import { DIMENSIONS, LEVELS } from "@/lib/domain/scale";
import { faultsAtRest } from "./model-faults";
import { OutboxModel } from "./outbox-model";

const NOTES = ["018f0000-0000-7000-8000-00000000000a", "018f0000-0000-7000-8000-00000000000b"];

/** One thing that happens: the author's deeds, the network's and the disk's moods, a page's end. */
export type Happening =
  | { do: "rate"; tab: number; dimension: number; level: number }
  | { do: "write"; tab: number; note: number; text: string }
  | { do: "arrive" | "duplicate"; choice: number }
  | { do: "answer"; choice: number; how: "back" | "lost" | "busy" }
  | { do: "offline" | "online" | "breathe" }
  | { do: "pass"; ms: number }
  | { do: "crash" | "leave"; tab: number; reopen: boolean }
  | { do: "hide"; tab: number }
  | { do: "hold"; device: number }
  | { do: "move-on" }
  | { do: "open"; device: number }
  | { do: "lose-tail"; count: number };

const tab = fc.nat(3);
const choice = fc.nat(3);

/** Sequences of happenings, edits and the network's most of them. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("rate" as const), tab, dimension: fc.nat(1), level: fc.nat(4) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("write" as const),
        tab,
        note: fc.nat(1),
        text: fc.constantFrom("a", "ab", "abc"),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom("arrive" as const, "duplicate" as const), choice }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("answer" as const),
        choice,
        how: fc.constantFrom("back" as const, "back" as const, "lost" as const, "busy" as const),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom("offline" as const, "online" as const, "breathe" as const, "breathe" as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(300, 2_000, 20_000) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), tab, reopen: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), tab, reopen: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("hide" as const), tab }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("hold" as const), device: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("move-on" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("open" as const), device: fc.nat(1) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("lose-tail" as const), count: fc.integer({ min: 1, max: 3 }) }),
    },
  ),
  { minLength: 1, maxLength: 25 },
);

/** Plays a sequence to its end, lets everything come to rest, and answers what is wrong. */
export async function play(sequence: readonly Happening[]): Promise<string[]> {
  const model = new OutboxModel();
  await model.open(0);
  try {
    for (const one of sequence) await happen(model, one);
    await model.rest();
    return faultsAtRest(model);
  } finally {
    await model.close();
  }
}

async function happen(model: OutboxModel, one: Happening): Promise<void> {
  const chosen = "tab" in one ? model.tabs[one.tab % Math.max(1, model.tabs.length)] : undefined;
  if ((one.do === "rate" || one.do === "write") && chosen) return model.edit(chosen, changeOf(one));
  if (one.do === "arrive") return model.arrive(one.choice);
  if (one.do === "duplicate") return model.duplicate(one.choice);
  if (one.do === "answer") return model.answer(one.choice, one.how);
  if (one.do === "offline" || one.do === "online") return model.setOnline(one.do === "online");
  if (one.do === "breathe") return model.flush();
  if (one.do === "pass") return model.pass(one.ms);
  if (one.do === "lose-tail") return model.loseTail(one.count);
  if (one.do === "open" && model.tabs.length < 4) return model.open(one.device);
  if (one.do === "hide" && chosen) return model.hide(chosen);
  if (one.do === "hold") return model.hold(one.device);
  if (one.do === "move-on") return model.moveOn();
  if ((one.do === "crash" || one.do === "leave") && chosen) {
    model[one.do](chosen);
    if (one.reopen) await model.open(chosen.device);
  }
}

function changeOf(made: Extract<Happening, { do: "rate" | "write" }>): Change {
  if (made.do === "rate") {
    const dimension = DIMENSIONS[made.dimension] ?? "ownership";
    return { field: "rating", dimension, value: { state: "observed", mark: LEVELS[made.level] ?? 1 } };
  }
  const noteId = NOTES[made.note] ?? "";
  return { field: "note", noteId, value: { dimension: "noticing", text: made.text, atMs: null } };
}
