import type { Metadata } from "next";
import { Scoring } from "@/components/scoring/scoring";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { read } from "@/lib/server/read";
import { getInterview } from "@/lib/services/interviews/get-interview";

// The candidate's name stays out of browser history and tab titles on a shared screen.
export const metadata: Metadata = { title: "Score" };

/** The cockpit while your seat is open; every scorecard in, side by side, once it is not. */
export default async function InterviewPage({ params }: { params: Promise<{ interviewId: string }> }) {
  const interview = await read(getInterviewContract, getInterview, await params);
  return <Scoring key={interview.interviewId} interview={interview} />;
}
