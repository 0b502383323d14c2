import type { Metadata } from "next";
import { BlankForm } from "@/components/paper/paper-page";
import { getRubricContract } from "@/lib/contracts/rubric";
import { read } from "@/lib/server/read";
import { getRubric } from "@/lib/services/rubrics/get-rubric";

export const metadata: Metadata = { title: "A blank form" };

/** For when everything fails: the form with its anchors, to be printed ahead. */
export default async function Page() {
  return <BlankForm rubric={await read(getRubricContract, getRubric, {})} />;
}
