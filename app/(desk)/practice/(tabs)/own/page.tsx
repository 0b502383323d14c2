import type { Metadata } from "next";
import { OwnPage } from "@/components/practice/own-page";
import { getMeContract } from "@/lib/contracts/members";
import { listOwnAnswersContract } from "@/lib/contracts/practice";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";
import { listOwnAnswers } from "@/lib/services/practice/list-own-answers";

export const metadata: Metadata = { title: "Your own answers" };

/** For leads: answers of the organisation's own, and how far their references are. */
export default async function OwnAnswersPage() {
  const { memberId } = await read(getMeContract, getMe, {});
  const { answers, rubric } = await read(listOwnAnswersContract, listOwnAnswers, {});
  return <OwnPage answers={answers} rubric={rubric} memberId={memberId} />;
}
