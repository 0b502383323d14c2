import type { BrowserContext, Page } from "playwright";
import { row } from "../../support/cockpit";
import { Author } from "./author";
import type { Card, Stage } from "./stage";
import { Witness } from "./witness";

/** One author before one scorecard, with a witness beside them. */
export interface Sitting {
  card: Card;
  witness: Witness;
  author: Author;
  page: Page;
  context: BrowserContext;
}

export interface SitOptions {
  /** Another browser of the same person, before the same scorecard. */
  beside?: Sitting;
  context?: BrowserContext;
  /** The page's clock is Playwright's: it runs on by itself, and can be moved. */
  clock?: boolean;
}

export async function sitDown(
  stage: Stage,
  context: BrowserContext,
  { beside, clock }: SitOptions,
): Promise<Sitting> {
  const card = beside?.card ?? (await stage.seat());
  const witness = beside?.witness ?? new Witness(stage, card);
  await witness.watch(context);
  await signInHere(stage, context, card);
  const page = await context.newPage();
  if (clock) await page.clock.install();
  await openCockpit(page, card);
  return { card, witness, page, context, author: new Author(page, beside?.author.entered) };
}

export async function signInHere(stage: Stage, context: BrowserContext, { who }: Card): Promise<void> {
  const [name = "", value = ""] = who.cookie.split("=");
  await context.addCookies([{ name, value, url: stage.address, httpOnly: true, sameSite: "Lax" }]);
}

/** Ready for keys, and everything looked up that this browser still holds. */
export async function openCockpit(page: Page, card: Card): Promise<void> {
  await page.goto(card.url);
  await row(page, "ownership").getByRole("group").waitFor();
  await new Author(page).isTold("Saved");
}
