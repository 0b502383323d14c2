import type { Context } from "@/db/context";
import { listOwnAnswers, listReferences } from "@/db/queries/practice";
import type { AnswerPointer } from "@/db/writes/practice";
import { Problem } from "@/lib/domain/errors";
import { UUID_PATTERN } from "@/lib/domain/ids";
import type { PracticeAnswer } from "@/lib/domain/practice-answer";
import { PRACTICE_ANSWERS } from "@/lib/practice/index";

export interface LibraryAnswer extends PracticeAnswer {
  source: "shipped" | "own";
}

const SHIPPED: readonly LibraryAnswer[] = PRACTICE_ANSWERS.map((answer) => ({
  ...answer,
  source: "shipped",
}));

/** Everything that can be practised on: what ships, then the organisation's own whose reference two leads agreed on. */
export async function libraryOf(ctx: Context): Promise<LibraryAnswer[]> {
  const agreed = (await listReferences(ctx)).filter(({ agreedBy }) => agreedBy !== null);
  const own = (await listOwnAnswers(ctx)).flatMap(
    ({ id, title, role, field, work, spoken }): LibraryAnswer[] => {
      const newest = agreed.find(({ answerId }) => answerId === id);
      return newest
        ? [{ key: id, title, role, field, work, spoken, source: "own", ...newest.reference }]
        : [];
    },
  );
  return [...SHIPPED, ...own];
}

/** The answer with this key, or a refusal in words. */
export async function requireAnswer(ctx: Context, key: string): Promise<LibraryAnswer> {
  const answer = (await libraryOf(ctx)).find((one) => one.key === key);
  if (!answer) throw new Problem("NOT_FOUND", "There is no such practice answer");
  return answer;
}

/** How the records point at an answer: by its key when it ships, by its row when it is the organisation's own. */
export function pointerTo(key: string): AnswerPointer {
  return UUID_PATTERN.test(key) ? { shippedKey: null, answerId: key } : { shippedKey: key, answerId: null };
}
