import type { Metadata } from "next";
import { AnswerPage } from "@/components/practice/answer-page";
import { getMeContract } from "@/lib/contracts/members";
import { getPracticeAnswerContract } from "@/lib/contracts/practice";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";
import { getPracticeAnswer } from "@/lib/services/practice/get-practice-answer";

export const metadata: Metadata = { title: "Practise" };

interface AnswerProps {
  params: Promise<{ answerKey: string }>;
  searchParams: Promise<{ hinted?: string }>;
}

/** One practice answer: the board while it is new to you, the reference once it is not. */
export default async function PracticeAnswerPage({ params, searchParams }: AnswerProps) {
  const { memberId } = await read(getMeContract, getMe, {});
  const answer = await read(getPracticeAnswerContract, getPracticeAnswer, await params);
  const { hinted } = await searchParams;
  return <AnswerPage key={answer.key} answer={answer} memberId={memberId} hinted={hinted === "yes"} />;
}
