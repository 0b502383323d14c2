import type { Metadata } from "next";
import { LibraryPage } from "@/components/practice/library-page";
import { listPracticeContract } from "@/lib/contracts/practice";
import { trap } from "@/lib/contracts/values";
import { read } from "@/lib/server/read";
import { listPractice } from "@/lib/services/practice/list-practice";

export const metadata: Metadata = { title: "Practice" };

interface PracticeProps {
  searchParams: Promise<{ work?: string; trap?: string }>;
}

/** The library of reference answers. */
export default async function PracticePage({ searchParams }: PracticeProps) {
  const { work, trap: asked } = await searchParams;
  const library = await read(listPracticeContract, listPractice, { work, trap: asked });
  return <LibraryPage library={library} trap={trap.safeParse(asked).data ?? null} />;
}
