import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DiffPage } from "@/components/rubric/diff-page";
import { Page as Margins } from "@/components/ui/page";
import { listRubricsContract } from "@/lib/contracts/rubric-versions";
import { read } from "@/lib/server/read";
import { listRubrics } from "@/lib/services/rubrics/list-rubrics";

export const metadata: Metadata = { title: "Rubric versions side by side" };

interface CompareProps {
  searchParams: Promise<{ from?: string; to?: string }>;
}

/** Two versions side by side. */
export default async function Page({ searchParams }: CompareProps) {
  const { from, to } = await searchParams;
  const { versions } = await read(listRubricsContract, listRubrics, {});
  const named = (wanted: string | undefined) => versions.find(({ id }) => id === wanted) ?? notFound();
  return (
    <Margins>
      <DiffPage from={named(from)} to={named(to)} />
    </Margins>
  );
}
