import type { Metadata } from "next";
import { InterviewPaper } from "@/components/paper/paper-page";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { read } from "@/lib/server/read";
import { getInterview } from "@/lib/services/interviews/get-interview";

// No name in the title: it would stay in the browser's history.
export const metadata: Metadata = { title: "On paper" };

interface Props {
  params: Promise<{ interviewId: string }>;
  searchParams: Promise<{ blank?: string | string[] }>;
}

/** Your scorecard of one interview on a page of A4, or with `?blank` the form with the names on it. */
export default async function Page({ params, searchParams }: Props) {
  const interview = await read(getInterviewContract, getInterview, await params);
  return <InterviewPaper interview={interview} blank={(await searchParams).blank !== undefined} />;
}
