import type { Metadata } from "next";
import { RubricPage } from "@/components/rubric/rubric-page";
import { Page as Margins } from "@/components/ui/page";
import { getRubricContract } from "@/lib/contracts/rubric";
import { read } from "@/lib/server/read";
import { getRubric } from "@/lib/services/rubrics/get-rubric";

export const metadata: Metadata = { title: "Rubric" };

export default async function Page() {
  return (
    <Margins>
      <RubricPage rubric={await read(getRubricContract, getRubric, {})} />
    </Margins>
  );
}
