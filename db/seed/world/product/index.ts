import type { DemoOpening } from "../types";
import { CLARA_ENGEL } from "./clara-engel";
import { DWAYNE_BAPTISTE } from "./dwayne-baptiste";
import { FATIMA_IDRISSI } from "./fatima-idrissi";
import { LEO_MARCHETTI } from "./leo-marchetti";
import { OKSANA_HRYTSENKO } from "./oksana-hrytsenko";
import { YUKI_TANABE } from "./yuki-tanabe";

export const PRODUCT: DemoOpening = {
  title: "Product manager",
  candidates: [CLARA_ENGEL, DWAYNE_BAPTISTE, YUKI_TANABE, OKSANA_HRYTSENKO, LEO_MARCHETTI, FATIMA_IDRISSI],
  today: { name: "Sofia Lund", email: "sofia.lund@mail.example", panel: ["dana", "elif", "marek", "ben"] },
};
