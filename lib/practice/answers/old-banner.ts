import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const oldBanner: PracticeAnswer = {
  key: "old-banner",
  title: "The old banner",
  role: "Designer",
  field: "Museums",
  work: "product",
  spoken: [
    {
      beat: "mistake",
      seconds: 8,
      words: "I sent the wrong file to the printer. Version four of a banner instead of version six.",
    },
    {
      beat: "situation",
      seconds: 10,
      words:
        "It was the summer exhibition at a city museum, two hundred banners for the tram stops, and I was the only designer.",
    },
    { beat: "task", seconds: 5, words: "Sending the final artwork was my job, start to end." },
    {
      beat: "mistake",
      seconds: 17,
      words:
        "I had both files in one folder, called banner final and banner final new, and I picked the wrong one, late on a Thursday. I didn’t open it before I attached it. The old one still had last year’s opening hours.",
    },
    {
      beat: "noticing",
      seconds: 31,
      words:
        "On Friday morning the printer’s proof came by e-mail, and it was the hours that jumped out at me. I picked up the phone there and then, before I answered the mail. It can’t have been two minutes. I told the press room to hold the job, and then I walked over to Ines, who ran the exhibition, and told her before she’d seen the proof at all. She hadn’t even taken her coat off.",
    },
    {
      beat: "result",
      seconds: 40,
      words:
        "They had made one plate. Changing it cost forty dollars, and it came off my budget, the museum’s, I mean. If it had run, it would have been two hundred reprints and a week. Nothing was printed and nobody stood in front of a closed door. What I changed is boring. A file gets a date and a number, nothing is ever called final, and the print shop’s upload form now asks me to type that number, and refuses it if it isn’t the newest in the folder. I asked them to build that and they did.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "In a team like yours with three designers in one folder, I’d set that up in my first week.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "First sentence: “I sent the wrong file to the printer.” And again plainly: “I didn’t open it before I attached it.”",
    },
    noticing: {
      mark: 5,
      because:
        "Told before anyone was affected, and says how soon: “It can’t have been two minutes.” Then the owner of the exhibition, “before she’d seen the proof at all”.",
    },
    consequence: {
      mark: 5,
      because:
        "A sum and what it would have been: “Changing it cost forty dollars”, against “two hundred reprints and a week”. And what was not lost: “Nothing was printed and nobody stood in front of a closed door.”",
    },
    fix: {
      mark: 4,
      because:
        "The form “refuses it if it isn’t the newest in the folder”, so it works on a bad day. Nothing says it has caught one, nor that others use it.",
    },
    calibration: { mark: 0, because: "Matter of fact throughout: “What I changed is boring.”" },
  },
  traps: [],
};
