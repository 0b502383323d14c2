import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const radioSlots: PracticeAnswer = {
  key: "radio-slots",
  title: "The radio slots",
  role: "Account manager",
  field: "Advertising",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 7,
      words:
        "Sure. I was at an agency, and I looked after a supermarket chain, their radio and their posters.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "I booked the media, so the slots and the budgets, that was with me alone.",
    },
    {
      beat: "mistake",
      seconds: 18,
      words:
        "And I booked a whole month of radio in the wrong region. I picked North-West out of the list, and it should have been North-East. They’re next to each other in the menu. I booked it, I signed it, and it ran. That one’s entirely mine.",
    },
    {
      beat: "result",
      seconds: 51,
      words:
        "And what I’ve learned from that is just enormous, to be honest, because it really showed me how much of this job is in the details. The campaign ran for four weeks in places where they don’t have a single shop. So people heard about an offer they couldn’t get to, and the stores in the North-East were standing there with the stock for it. The way I work now is that the booking system has a second screen, and that’s something I got the media team to add, and it shows the postcodes on a map with the client’s shops on it, and you can’t release the order unless at least one shop is in it. So I don’t depend on reading a list any more. I’ve been a big believer in maps ever since.",
    },
    {
      beat: "bridge",
      seconds: 9,
      words:
        "And with your clients being so local, I think a map like that would be the first thing that I’d ask for.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I booked a whole month of radio in the wrong region”, a single act, with “That one’s entirely mine” to close it. A little setting first.",
    },
    noticing: {
      mark: 1,
      because:
        "The beat is not there. From “I booked it, I signed it, and it ran” it goes to “what I’ve learned from that”. Who saw it, when, and who told the client: four weeks of silence.",
    },
    consequence: {
      mark: 3,
      because:
        "What happened and to whom, “the stores in the North-East were standing there with the stock for it”, but no sum and no count.",
    },
    fix: {
      mark: 4,
      because:
        "A screen that stops the order: “you can’t release the order unless at least one shop is in it”. Independent of a good day.",
    },
    calibration: {
      mark: 0,
      because:
        "Cheerful, specific and done. That it is pleasant to listen to is just what makes the missing beat easy to miss: “I’ve been a big believer in maps ever since.”",
    },
  },
  traps: [
    {
      trap: "no-noticing",
      because:
        "Straight from the doing to the learning: “it ran. That one’s entirely mine”, and then “what I’ve learned”.",
    },
  ],
};
