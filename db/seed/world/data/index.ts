import type { DemoOpening } from "../types";
import { BRUNO_TEIXEIRA } from "./bruno-teixeira";
import { CALLUM_FRASER } from "./callum-fraser";
import { INGRID_SOLHEIM } from "./ingrid-solheim";
import { MEI_LING_CHOU } from "./mei-ling-chou";
import { NALEDI_DUBE } from "./naledi-dube";
import { WIKTOR_KOWALCZYK } from "./wiktor-kowalczyk";

export const DATA: DemoOpening = {
  title: "Data analyst",
  candidates: [WIKTOR_KOWALCZYK, NALEDI_DUBE, CALLUM_FRASER, MEI_LING_CHOU, BRUNO_TEIXEIRA, INGRID_SOLHEIM],
  today: { name: "Arjun Nair", email: "arjun.nair@mail.example", panel: ["ada", "farid", "noor", "hugo"] },
};
