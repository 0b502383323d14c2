import type { Metadata } from "next";
import { ProgressPage } from "@/components/practice/progress-page";
import { getPracticeProgressContract } from "@/lib/contracts/practice";
import { read } from "@/lib/server/read";
import { getPracticeProgress } from "@/lib/services/practice/get-practice-progress";

export const metadata: Metadata = { title: "Your practice" };

/** One's own marks against the references. */
export default async function PracticeProgressPage() {
  return <ProgressPage progress={await read(getPracticeProgressContract, getPracticeProgress, {})} />;
}
