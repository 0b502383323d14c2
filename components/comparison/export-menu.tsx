"use client";

import type { ReactNode } from "react";
import { fileAddress } from "@/lib/client/file-address";
import type { Contract } from "@/lib/contracts/contract";
import { exportOpeningContract } from "@/lib/contracts/exports";
import { Menu, MenuLine, MenuLink, MenuNote } from "../ui/menu";

interface ExportMenuProps {
  /** The view on screen: its file holds the same rows in the same order. */
  contract: Contract;
  input: Record<string, unknown>;
  openingId: string;
  children?: ReactNode;
}

/** Files of the view on screen, and of the whole opening. */
export function ExportMenu({ contract, input, openingId, children }: ExportMenuProps) {
  return (
    <Menu label="Export">
      <MenuNote>This view, as it stands</MenuNote>
      <MenuLink href={fileAddress(contract, { ...input, format: "csv" })}>CSV</MenuLink>
      <MenuLink href={fileAddress(contract, { ...input, format: "xlsx" })}>Excel (XLSX)</MenuLink>
      <MenuLine />
      <MenuNote>The whole opening, as far as you may see it</MenuNote>
      <MenuLink href={fileAddress(exportOpeningContract, { openingId, format: "json" })}>
        Everything (JSON)
      </MenuLink>
      <MenuLink href={fileAddress(exportOpeningContract, { openingId, format: "csv" })}>
        As Plumbline imports it (CSV)
      </MenuLink>
      {children}
    </Menu>
  );
}
