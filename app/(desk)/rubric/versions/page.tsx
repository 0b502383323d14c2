import type { Metadata } from "next";
import { VersionsPage } from "@/components/rubric/versions-page";
import { Page as Margins } from "@/components/ui/page";
import { listRubricsContract } from "@/lib/contracts/rubric-versions";
import { read } from "@/lib/server/read";
import { listRubrics } from "@/lib/services/rubrics/list-rubrics";

export const metadata: Metadata = { title: "Rubric versions" };

export default async function Page() {
  return (
    <Margins>
      <VersionsPage list={await read(listRubricsContract, listRubrics, {})} />
    </Margins>
  );
}
