import type { PanelMissing } from "@/lib/analysis/panel/panel-shape";
import type { NotEnough } from "@/lib/contracts/panel-figures";

/** Why a figure is missing, as a sentence, and as the few words that fit beside a row. */
export function notEnough(why: PanelMissing): NotEnough {
  return { state: "not-enough", reason: why.detail, short: shortly(why) };
}

function shortly({ undefined: reason, missing }: PanelMissing): string {
  const more = (one: string, many: string) =>
    missing === undefined || missing < 1
      ? "too few"
      : `too few: needs ${missing} more ${missing === 1 ? one : many}`;
  switch (reason) {
    case "too-few-units":
      return more("shared candidate", "shared candidates");
    case "too-few-raters":
    case "one-rater":
      return more("interviewer", "interviewers");
    case "no-pairs":
      return "nobody scored by two yet";
    case "too-few-times":
    case "not-connected-over-time":
      return more("time with a colleague", "times with a colleague");
    case "disconnected":
      return "no candidate in common with the panel";
    case "no-variation":
      return "nothing varies, so nothing can be told";
    default:
      return "not enough data";
  }
}
