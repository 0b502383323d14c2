import type { Metadata } from "next";
import { ApiPage } from "@/components/api-docs/api-page";
import { Page as Margins } from "@/components/ui/page";
import { CONTRACTS } from "@/lib/contracts/index";

export const metadata: Metadata = { title: "API" };

export default function Page() {
  return (
    <Margins>
      <ApiPage contracts={CONTRACTS} />
    </Margins>
  );
}
