import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RubricEditor } from "@/components/rubric/rubric-editor";
import { Page as Margins } from "@/components/ui/page";
import { listRubricsContract } from "@/lib/contracts/rubric-versions";
import { read } from "@/lib/server/read";
import { listRubrics } from "@/lib/services/rubrics/list-rubrics";

export const metadata: Metadata = { title: "Rubric draft" };

/** The editor of a draft; what is published has none. */
export default async function Page({ params }: { params: Promise<{ rubricId: string }> }) {
  const { rubricId } = await params;
  const { versions, currentId } = await read(listRubricsContract, listRubrics, {});
  const draft = versions.find(({ id, state }) => id === rubricId && state === "draft") ?? notFound();
  const current = versions.find(({ id }) => id === currentId) ?? notFound();
  return (
    <Margins>
      <RubricEditor key={draft.id} draft={draft} current={current} />
    </Margins>
  );
}
