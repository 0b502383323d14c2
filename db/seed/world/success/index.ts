import type { DemoOpening } from "../types";
import { ANTON_PETROV } from "./anton-petrov";
import { LUCIA_HERRERA } from "./lucia-herrera";
import { MARCUS_BELL } from "./marcus-bell";
import { PATRICK_DOYLE } from "./patrick-doyle";
import { RAHEL_TESFAYE } from "./rahel-tesfaye";
import { ZEYNEP_AKSOY } from "./zeynep-aksoy";

export const SUCCESS: DemoOpening = {
  title: "Customer success manager",
  candidates: [RAHEL_TESFAYE, PATRICK_DOYLE, ZEYNEP_AKSOY, MARCUS_BELL, LUCIA_HERRERA, ANTON_PETROV],
  today: {
    name: "Hollie Carver",
    email: "hollie.carver@mail.example",
    panel: ["iris", "elif", "hugo", "dana"],
  },
};
