import { expect, test } from "vitest";
import { NoTurn, TURN_WAIT_MS, Turns } from "./turns";

const nobodyGone = new AbortController().signal;

/** Work that stands until it is let go, and says when it has begun. */
function standing() {
  let letGo = () => {};
  let begun = false;
  const over = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return {
    letGo: () => letGo(),
    begun: () => begun,
    work: () => {
      begun = true;
      return over;
    },
  };
}

test("one report at a time; changes have turns of their own, and so has everybody else", async () => {
  const turns = new Turns(1);
  const [first, second, change, theirs] = [standing(), standing(), standing(), standing()];
  const all = [
    turns.take("A", "report", nobodyGone, first.work),
    turns.take("A", "report", nobodyGone, second.work),
    turns.take("A", "change", nobodyGone, change.work),
    turns.take("B", "report", nobodyGone, theirs.work),
  ];
  expect([first, second, change, theirs].map(({ begun }) => begun())).toEqual([true, false, true, true]);
  first.letGo();
  await all[0];
  await expect.poll(second.begun).toBe(true);
  for (const each of [second, change, theirs]) each.letGo();
  await Promise.all(all);
});

test(
  "whoever waits too long, or goes away, has no turn and takes none from who comes after",
  async () => {
    const turns = new Turns(1);
    const [first, late, gone, last] = [standing(), standing(), standing(), standing()];
    const done = turns.take("A", "report", nobodyGone, first.work);
    const leaving = new AbortController();
    const left = turns.take("A", "report", leaving.signal, gone.work);
    const waiting = turns.take("A", "report", nobodyGone, late.work);
    leaving.abort();
    await expect(left).rejects.toBeInstanceOf(NoTurn);
    await expect(waiting).rejects.toBeInstanceOf(NoTurn);
    const next = turns.take("A", "report", nobodyGone, last.work);
    first.letGo();
    await done;
    await expect.poll(last.begun).toBe(true);
    last.letGo();
    await next;
    expect([gone.begun(), late.begun()]).toEqual([false, false]);
  },
  TURN_WAIT_MS * 3,
);

test("work that has begun keeps its turn when whoever asked goes away: a flood of broken-off requests is no more at once", async () => {
  const turns = new Turns(1);
  const [first, second] = [standing(), standing()];
  const leaving = new AbortController();
  const done = turns.take("A", "report", leaving.signal, first.work);
  await expect.poll(first.begun).toBe(true);
  leaving.abort();
  const next = turns.take("A", "report", nobodyGone, second.work);
  await Promise.resolve();
  expect(second.begun()).toBe(false);
  first.letGo();
  await done;
  second.letGo();
  await next;
});
