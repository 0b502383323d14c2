import { cpus, loadavg } from "node:os";
import { expect, type Locator, type Page } from "playwright/test";
import {
  CONFIDENCES,
  type Confidence,
  RECOMMENDATIONS,
  type Recommendation,
} from "@/lib/domain/recommendation";
import { DIMENSIONS, type Dimension, type Mark, markLabel, marksOf } from "@/lib/domain/scale";
import type { Random } from "@/lib/stats/random";
import { cell, row, stateLine } from "../../support/cockpit";

/** What an author has entered, as a person would write it down beside the screen. */
export interface Entered {
  ratings: Partial<Record<Dimension, Mark>>;
  notes: Partial<Record<Dimension, string>>;
  recommendation: Recommendation | null;
  confidence: Confidence | null;
  /** Presses that begin a beat, pause, or end. */
  timerEvents: number;
}

export const nothingEntered = (): Entered => ({
  ratings: {},
  notes: {},
  recommendation: null,
  confidence: null,
  timerEvents: 0,
});

/**
 * A limit in the time of an idle machine. A machine that does several things at once does each of them more slowly, and
 * says so in its load: a promise to a person is held against what their own machine would take.
 */
export const within = (ms: number): number =>
  ms * Math.max(1, (loadavg()[0] ?? 0) / Math.max(1, cpus().length));

const WORDS = ["noticed", "late", "the backup", "in March", "called them", "my mistake", "rolled back"];

/** A person at one page. Two pages of one person share what was entered. */
export class Author {
  constructor(
    readonly page: Page,
    readonly entered: Entered = nothingEntered(),
  ) {}

  /** The same person at another page. */
  at(page: Page): Author {
    return new Author(page, this.entered);
  }

  async rate(dimension: Dimension, mark: Mark): Promise<void> {
    this.entered.ratings[dimension] = mark;
    await row(this.page, dimension).getByRole("group").focus();
    await this.page.keyboard.press(String(marksOf(dimension).indexOf(mark) + 1));
  }

  async tap(dimension: Dimension, mark: Mark): Promise<void> {
    this.entered.ratings[dimension] = mark;
    await this.cell(dimension, mark).click();
  }

  /** Goes on writing the dimension's note; `leave` false stays in the middle of it. */
  async write(dimension: Dimension, text: string, { leave = true } = {}): Promise<void> {
    this.entered.notes[dimension] = (this.entered.notes[dimension] ?? "") + text;
    await this.note(dimension).focus();
    await this.page.keyboard.press("End");
    await this.page.keyboard.insertText(text);
    if (leave) await this.page.keyboard.press("Escape");
  }

  /** The chosen one pressed again is chosen no more. */
  async recommend(recommendation: Recommendation): Promise<void> {
    this.entered.recommendation = this.entered.recommendation === recommendation ? null : recommendation;
    const group = this.page.getByRole("group", { name: "Recommendation" });
    await group.getByRole("radio").nth(RECOMMENDATIONS.indexOf(recommendation)).click();
  }

  async confide(confidence: Confidence): Promise<void> {
    this.entered.confidence = this.entered.confidence === confidence ? null : confidence;
    const group = this.page.getByRole("group", { name: "Confidence" });
    await group.getByRole("radio").nth(CONFIDENCES.indexOf(confidence)).click();
  }

  /** Begins the next beat of the answer. */
  async beat(): Promise<void> {
    this.entered.timerEvents += 1;
    await row(this.page, "ownership").getByRole("group").focus();
    await this.page.keyboard.press("t");
  }

  /** One more change, drawn by chance: mostly ratings, some words, sometimes a recommendation. */
  async anything(random: Random): Promise<void> {
    const pick = <T>(all: readonly T[]): T => {
      const one = all[Math.floor(random() * all.length)];
      if (one === undefined) throw new Error("Nothing to pick from");
      return one;
    };
    const dimension = pick(DIMENSIONS);
    const kind = random();
    if (kind < 0.35) await this.rate(dimension, pick(marksOf(dimension)));
    else if (kind < 0.6) await this.tap(dimension, pick(marksOf(dimension)));
    else if (kind < 0.85) await this.write(dimension, ` ${pick(WORDS)}`);
    else if (kind < 0.95) await this.recommend(pick(RECOMMENDATIONS));
    else await this.confide(pick(CONFIDENCES));
  }

  /** Everything a submission wants: five marks, none at an end that wants evidence, and a recommendation. */
  async complete(): Promise<void> {
    for (const dimension of DIMENSIONS) await this.rate(dimension, dimension === "calibration" ? 0 : 3);
    await this.recommend("yes");
  }

  cell(dimension: Dimension, mark: Mark): Locator {
    return cell(this.page, dimension, markLabel(dimension, mark));
  }

  note(dimension: Dimension): Locator {
    return this.page.getByLabel(`Evidence for ${dimension}`, { exact: true });
  }

  async isTold(words: string, timeout?: number): Promise<void> {
    await expect(stateLine(this.page, words)).toBeVisible(timeout === undefined ? {} : { timeout });
  }

  /** The page shows all that was entered. */
  async findsEverything(timeout?: number): Promise<void> {
    const within = timeout === undefined ? {} : { timeout };
    const { ratings, notes } = this.entered;
    for (const dimension of DIMENSIONS) {
      const mark = ratings[dimension];
      if (mark !== undefined) await expect(this.cell(dimension, mark)).toBeChecked(within);
      const text = notes[dimension];
      if (text !== undefined) await expect(this.note(dimension)).toHaveValue(text, within);
    }
  }
}
