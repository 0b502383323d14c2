import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const reeferSetting: PracticeAnswer = {
  key: "reefer-setting",
  title: "The set point",
  role: "Dispatcher",
  field: "Refrigerated freight",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 13,
      words:
        "This was at a haulier, refrigerated lorries, forty of them. There were two dispatchers on each shift, and the orders come in by mail, by portal, by phone, from all sides.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "The set point, so the temperature for the trailer, gets entered at dispatch.",
    },
    {
      beat: "mistake",
      seconds: 23,
      words:
        "And for one load it was entered wrongly. Plus two was put in, where it should have been minus twenty. It’s a form that’s easy to get wrong, there’s no minus on the first screen. It was on my shift that this was done. Mistakes get made there, I’d say one a month, by all of us.",
    },
    {
      beat: "noticing",
      seconds: 16,
      words:
        "It was noticed when the driver called about the noise, it was running too quietly for frozen. That was passed to the customer’s desk, I believe within that hour or so, I don’t know any more who made that call.",
    },
    {
      beat: "result",
      seconds: 38,
      words:
        "That was twenty-six pallets of fish for a cannery in Bremen, and nine of them were over minus fifteen, those nine were written off, eleven thousand two hundred euros. The other seventeen were tested and accepted. What we then did is, I built a look-up, and the trailer won’t take a set point that doesn’t match the goods code on the order, it goes back with a red line. That runs on every order since March a year ago. It refused fourteen in the first six months, and our depot in Ghent took it over as well.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "You have mixed loads, two zones, so it’d need a line more for you. But it would work.",
    },
  ],
  reference: {
    ownership: {
      mark: 2,
      because:
        "Passive where the mistake should be: “for one load it was entered wrongly” and “It was on my shift that this was done”. It may well have been theirs; they do not say so.",
    },
    noticing: {
      mark: 3,
      because:
        "It reached the customer, by whom and when is blurred: “I don’t know any more who made that call”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact, with the part not lost: “nine of them were over minus fifteen, those nine were written off, eleven thousand two hundred euros”, and “The other seventeen were tested and accepted”.",
    },
    fix: {
      mark: 5,
      because:
        "The trailer refuses by itself, it is known to hold, “It refused fourteen in the first six months”, and was carried on: “our depot in Ghent took it over as well”. Here the “I” returns, for the repair.",
    },
    calibration: {
      mark: -1,
      because: "Leans away, “Mistakes get made there, I’d say one a month, by all of us”, without heat.",
    },
  },
  traps: [],
};
