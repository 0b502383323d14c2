import { TRAP_LABEL } from "./labels";
import type { RubricContent } from "./rubric";

/** Rows of an interviewer's screen are narrow: a longer anchor would not be read in a glance (3 lines of 13 px). */
export const ANCHOR_MAX_CHARACTERS = 85;

/**
 * The wording Plumbline ships with. Anchors say what was heard or seen, never what the interviewer felt;
 * probes open a subject without saying what would be a good answer.
 */
export const DEFAULT_RUBRIC: RubricContent = {
  question: "Tell me about a time you made a mistake.",
  dimensions: {
    ownership: {
      name: "Ownership",
      hint: "Which one call was theirs, and who is the subject of the sentence?",
      anchors: {
        "1": "No real mistake of theirs: a strength in disguise, or somebody else’s doing",
        "2": "Their part stays blurred: “we”, “it was decided”; no single call to point at",
        "3": "Names a call of their own, cushioned by reasons or by other people’s share",
        "4": "Says “I decided”, names the call; a little context first",
        "5": "Opens with the one call, as “I”, and no defence before it",
      },
      probes: [
        "What was your own part in it?",
        "Take me to the decision itself. What did you do, and what did you know then?",
        "Who else was involved, and what did each of you do?",
      ],
    },
    noticing: {
      name: "Moment of noticing",
      hint: "What they did the second they saw it: who was told, how soon",
      anchors: {
        "1": "No such moment: was caught, hid it, or never says how it came out",
        "2": "Others brought it up, or saw it and sat on it; spoke when there was no way round",
        "3": "Saw it or was told, and passed it on; unclear to whom, or how soon",
        "4": "Told the right person soon after; the order or the timing is rough",
        "5": "Saw it, told the right person at once, before those affected; says how soon",
      },
      probes: [
        "How did it come to light?",
        "What happened in the hour after that?",
        "Who knew about it, and when?",
      ],
    },
    consequence: {
      name: "Consequence",
      hint: "What it cost, whom it hit, how large",
      anchors: {
        "1": "No cost at all, or waved away: “it was fine in the end”",
        "2": "Some harm hinted at, without who or how much",
        "3": "Says what happened and to whom, but not how much",
        "4": "A number or a plain size, and who was hit",
        "5": "Exact: a number, who was hit, and what was not lost",
      },
      probes: ["What came of it?", "Who was affected, and in what way?", "How large was the effect?"],
    },
    fix: {
      name: "Fix",
      hint: "What is different now, and would it work on a bad day?",
      anchors: {
        "1": "Nothing changed, or only a promise to be more careful",
        "2": "Put that one case right; nothing that would catch the next one",
        "3": "A named rule or habit, but it rests on remembering it",
        "4": "A check, tool, rule or question that works when they are tired",
        "5": "Works when they are tired, is known to hold, carried to others or to this role",
      },
      probes: [
        "What happened afterwards?",
        "How do you go about that kind of work today?",
        "When did the same situation come up again, and how did it go?",
      ],
    },
    calibration: {
      name: "Calibration",
      hint: "How they carry it: away from them, steady, or on top of them",
      anchors: {
        "-2": "Deflects: blames, shrinks or argues it away, and again when asked",
        "-1": "Leans away: excuses or jokes around it, then owns it when asked",
        "0": "Calm, specific, done",
        "1": "Leans in too far: apologises again, returns to it unasked, then gets through",
        "2": "Spirals: guilt takes over; the story stalls or never reaches its end",
      },
      probes: ["How do you look back on it now?", "How did people take it, and how did you?"],
    },
  },
  poles: { low: "deflects", high: "spirals" },
  traps: {
    "fake-mistake": {
      name: TRAP_LABEL["fake-mistake"],
      sign: "A virtue in disguise: cared too much, worked too hard, was right too early",
    },
    "teams-mistake": {
      name: TRAP_LABEL["teams-mistake"],
      sign: "It lands on other people, even if that is partly true",
    },
    "no-noticing": {
      name: TRAP_LABEL["no-noticing"],
      sign: "Straight from “I did” to “I learned”: nobody sees it, nobody is told",
    },
    "no-consequence-no-fix": {
      name: TRAP_LABEL["no-consequence-no-fix"],
      sign: "Nothing was lost and nothing was changed; the story just stops",
    },
  },
};
