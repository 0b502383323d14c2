import { expect, test } from "vitest";
import { draftSaver } from "./draft-saver";

/** A server and a clock in the test's hands. */
function lay({ refuse = () => null as Error | null } = {}) {
  const sent: string[] = [];
  const kept: (string | null)[] = [];
  let planned: (() => void) | null = null;
  let answer: (() => void)[] = [];
  const saver = draftSaver(
    { text: "", revision: 3, saved: true },
    {
      send: (text, revision) =>
        new Promise((resolve, reject) => {
          sent.push(`${text}@${revision}`);
          answer.push(() => {
            const error = refuse();
            if (error) reject(error);
            else resolve(revision + 1);
          });
        }),
      keep: (unsaved) => kept.push(unsaved && `${unsaved.text}@${unsaved.revision}`),
      after(_, run) {
        planned = run;
        return () => {
          planned = null;
        };
      },
      isPassing: (error) => error instanceof Error && error.message === "away",
      chance: () => 0,
    },
  );
  return {
    ...{ saver, sent, kept },
    pause: () => planned?.(),
    isPlanned: () => planned !== null,
    async answered() {
      const now = answer;
      answer = [];
      for (const each of now) each();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
  };
}

test("what is typed is kept here at once and sent after a pause; what is typed meanwhile follows, one at a time", async () => {
  const { saver, sent, kept, pause, answered } = lay();
  saver.type("a");
  saver.type("ab");
  expect(sent).toEqual([]);
  expect(kept.at(-1)).toBe("ab@3");
  pause();
  saver.type("abc");
  void saver.flush();
  expect(sent).toEqual(["ab@3"]);
  await answered();
  expect(sent).toEqual(["ab@3", "abc@4"]);
  expect(kept.at(-1)).toBe("abc@4");
  expect(saver.read()).toMatchObject({ saved: false, saving: true });
  await answered();
  expect(saver.read()).toMatchObject({ saved: true, saving: false, revision: 5, text: "abc" });
  expect(kept.at(-1)).toBeNull();
});

test("asked to send now, it answers the revision that has all of it", async () => {
  const { saver, answered } = lay();
  expect(await saver.flush()).toBe(3);
  saver.type("all");
  const flushed = saver.flush();
  await answered();
  expect(await flushed).toBe(4);
});

test("a refusal is said and not repeated; a network that is away is tried again; the text stays here in both", async () => {
  let error: Error | null = new Error("Somebody else saved this draft");
  const { saver, kept, pause, answered, isPlanned } = lay({ refuse: () => error });
  saver.type("mine");
  pause();
  await answered();
  expect(saver.read()).toMatchObject({
    saved: false,
    problem: "Somebody else saved this draft",
    text: "mine",
  });
  expect(kept.at(-1)).toBe("mine@3");
  error = new Error("away");
  const flushed = saver.flush();
  await answered();
  expect(await flushed).toBeNull();
  expect(isPlanned()).toBe(true);
  error = null;
  pause();
  await answered();
  expect(saver.read()).toMatchObject({ saved: true, problem: null, revision: 4 });
});
