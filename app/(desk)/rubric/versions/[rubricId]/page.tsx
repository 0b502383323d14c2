import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RubricPage } from "@/components/rubric/rubric-page";
import { Page as Margins } from "@/components/ui/page";
import { listRubricsContract } from "@/lib/contracts/rubric-versions";
import { read } from "@/lib/server/read";
import { listRubrics } from "@/lib/services/rubrics/list-rubrics";

export const metadata: Metadata = { title: "A rubric version" };

/** One version as it was or will be scored with. */
export default async function Page({ params }: { params: Promise<{ rubricId: string }> }) {
  const { rubricId } = await params;
  const { versions } = await read(listRubricsContract, listRubrics, {});
  const version = versions.find(({ id }) => id === rubricId) ?? notFound();
  return (
    <Margins>
      <RubricPage rubric={version} />
    </Margins>
  );
}
