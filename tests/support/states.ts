import type { Page } from "playwright/test";
import type { RunningWorld } from "../e2e/world";

/** One state of a page that lives, whose screen it is, and how that person comes to see it. */
export interface State {
  name: string;
  /** First name of the cast member whose browser is looked at: signed in when `reach` begins. */
  as: string;
  reach: (page: Page, world: RunningWorld) => Promise<void>;
  /** Takes away what others of the world would meet. */
  after?: (page: Page) => Promise<void>;
}
