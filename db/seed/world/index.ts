import { BACKEND } from "./backend/index";
import { DATA } from "./data/index";
import { PRODUCT } from "./product/index";
import { SUCCESS } from "./success/index";
import type { DemoOpening } from "./types";

/** The demo world: four openings, everybody who was interviewed for them, and every scorecard. */
export const OPENINGS: readonly DemoOpening[] = [BACKEND, PRODUCT, DATA, SUCCESS];
