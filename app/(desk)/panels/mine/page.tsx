import type { Metadata } from "next";
import { OwnPage } from "@/components/panels/own-page";
import { getOwnFiguresContract } from "@/lib/contracts/panels";
import { read } from "@/lib/server/read";
import { getOwnFigures } from "@/lib/services/panels/get-own-figures";

export const metadata: Metadata = { title: "My figures" };

export default async function Page() {
  return <OwnPage own={await read(getOwnFiguresContract, getOwnFigures, {})} />;
}
