import type { DemoOpening } from "../types";
import { AGNES_WHITLOCK } from "./agnes-whitlock";
import { JONAS_LINDQVIST } from "./jonas-lindqvist";
import { MIRA_OKAFOR } from "./mira-okafor";
import { PRIYA_RAMAN } from "./priya-raman";
import { SANJAY_MEHTA } from "./sanjay-mehta";
import { TOMAS_VIDAL } from "./tomas-vidal";

export const BACKEND: DemoOpening = {
  title: "Backend engineer",
  candidates: [MIRA_OKAFOR, JONAS_LINDQVIST, PRIYA_RAMAN, TOMAS_VIDAL, AGNES_WHITLOCK, SANJAY_MEHTA],
  today: {
    name: "Noah Adeyemi",
    email: "noah.adeyemi@mail.example",
    panel: ["ada", "ben", "chidi", "greta"],
  },
  later: {
    name: "Ewa Nowak",
    email: "ewa.nowak@mail.example",
    inDays: 2,
    panel: ["ada", "ben", "farid", "noor", "marek"],
  },
};
