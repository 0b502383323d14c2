import type { Metadata } from "next";
import { PanelPage } from "@/components/panels/panel-page";
import { getPanelSheetContract } from "@/lib/contracts/panels";
import { read } from "@/lib/server/read";
import { getPanelSheet } from "@/lib/services/panels/get-panel-sheet";

export const metadata: Metadata = { title: "Panels" };

type Asked = Partial<Record<"opening" | "panel" | "from" | "to" | "rubric", string | string[]>>;

interface Props {
  searchParams: Promise<Asked>;
}

export default async function Page({ searchParams }: Props) {
  const { opening, panel, from, to, rubric } = await searchParams;
  const asked = { openingId: opening, panel, from, to, rubric };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  return <PanelPage sheet={await read(getPanelSheetContract, getPanelSheet, given)} />;
}
