import { redirect } from "next/navigation";
import { homeFor } from "@/components/shell/places";
import { getMeContract } from "@/lib/contracts/members";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";

/** Nothing stands here: everybody goes to the page their work begins on. */
export default async function Page() {
  redirect(homeFor((await read(getMeContract, getMe, {})).roles));
}
