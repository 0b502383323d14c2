import type { Metadata } from "next";
import { InterviewsHome } from "@/components/interviews/interviews-home";
import { listInterviewsContract } from "@/lib/contracts/interviews";
import { read } from "@/lib/server/read";
import { listInterviews } from "@/lib/services/interviews/list-interviews";

export const metadata: Metadata = { title: "Interviews" };

/** The interviewer's home. */
export default async function InterviewsPage() {
  const interviews = await read(listInterviewsContract, listInterviews, {});
  return <InterviewsHome interviews={interviews} now={Date.now()} />;
}
