import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const examPapers: PracticeAnswer = {
  key: "exam-papers",
  title: "The exam room",
  role: "School administrator",
  field: "Education",
  work: "people",
  spoken: [
    {
      beat: "situation",
      seconds: 9,
      words:
        "It was the summer exams, at the school where I ran the office. A hundred and eighty pupils, nine rooms.",
    },
    { beat: "task", seconds: 4, words: "The seating and the papers were mine." },
    {
      beat: "mistake",
      seconds: 21,
      words:
        "I put the wrong paper into room six. I was the one who sorted the boxes, and I sorted them by the colour of the slip and not by the code. I never thought the board would use the same yellow twice, but I should have read the code.",
    },
    {
      beat: "noticing",
      seconds: 32,
      words:
        "A pupil put her hand up, two minutes in. The invigilator fetched me and I went in, and I stopped the room. I told the head at once, before I fetched the right papers, and the exam board within ten minutes, they have a line for that. I told the pupils myself, there and then. The parents had a letter from me by four o’clock, that was after the children had told them, it couldn’t be before.",
    },
    {
      beat: "result",
      seconds: 43,
      words:
        "Twenty-two pupils started thirty-one minutes late. They got their time in full and nobody’s paper was voided. I’m so sorry about it still, it was their big day, and they were so nervous already, some of those children. I keep coming back to that girl with her hand up. I said sorry to the whole room, and I wrote to each of them, and perhaps I shouldn’t have, one mother said it made them more nervous. Well. The boxes have a barcode now, and the room has one, and the scanner won’t let a box through the wrong door. I did that with our caretaker.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "You have forty rooms, so I’d start there. And I would be very, very careful.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I put the wrong paper into room six”, and how, “by the colour of the slip and not by the code”. A little context first, and a half-sentence about the board.",
    },
    noticing: {
      mark: 4,
      because:
        "Found by a pupil, then all the right people fast: “I told the head at once”, the board “within ten minutes”. For those in the room it was already happening.",
    },
    consequence: {
      mark: 5,
      because:
        "“Twenty-two pupils started thirty-one minutes late”, and what was kept: “They got their time in full and nobody’s paper was voided.”",
    },
    fix: {
      mark: 4,
      because:
        "A scanner that “won’t let a box through the wrong door”. It does not say how it has held; the bridge falls back on being careful.",
    },
    calibration: {
      mark: 1,
      because:
        "Comes back to it unasked, “I keep coming back to that girl with her hand up”, and overdoes the sorry, as she was told; then gets through.",
    },
  },
  traps: [],
};
