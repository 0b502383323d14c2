import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const nightHandover: PracticeAnswer = {
  key: "night-handover",
  title: "The handover",
  role: "Care home manager",
  field: "Elderly care",
  work: "care",
  spoken: [
    {
      beat: "situation",
      seconds: 12,
      words:
        "I manage a home with forty-two residents. We have a day team and a night team, and the handover between them is ten minutes at a quarter to nine.",
    },
    {
      beat: "task",
      seconds: 7,
      words: "Medication is the nurses’. I’m over all of it, of course, but the nurses sign.",
    },
    {
      beat: "mistake",
      seconds: 24,
      words:
        "A resident got her evening dose twice. The day nurse had given it and not signed, because she was called away, and then the night nurse gave it again because it wasn’t signed. So that was the two of them, really. I’d told them both about signing, more than once. I can’t stand next to every trolley.",
    },
    {
      beat: "noticing",
      seconds: 17,
      words:
        "The night nurse counted the strip at eleven and called the doctor, and the doctor called me, and I rang the family. I’d say that was by midnight or so, or in the morning, I’d need to look it up.",
    },
    {
      beat: "result",
      seconds: 31,
      words:
        "Mrs Abara slept until noon and we watched her pressure all day. She was all right. The family were upset with us and I understood that. I spoke to both nurses, separately, and it’s in their files now. That’s been put right. And if you ask me whether I’d do anything differently, I don’t think so, you can only tell people so many times, can’t you? It’s in the procedure. They’d both signed the procedure.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "What I’d want from you is to know that I’d have staff who follow it.",
    },
  ],
  reference: {
    ownership: {
      mark: 2,
      because:
        "A real event in their house, and no call of theirs in it: “So that was the two of them, really.” Responsible in general, “I’m over all of it, of course”, for nothing in particular.",
    },
    noticing: {
      mark: 3,
      because:
        "Told and passed on, “the doctor called me, and I rang the family”, but when stays open: “by midnight or so, or in the morning, I’d need to look it up”.",
    },
    consequence: {
      mark: 3,
      because:
        "What happened and to whom, “Mrs Abara slept until noon and we watched her pressure all day”, without a size: how large a dose, for how long at risk.",
    },
    fix: {
      mark: 2,
      because:
        "The one case is dealt with, “I spoke to both nurses, separately”, and nothing would catch the next.",
    },
    calibration: {
      mark: -2,
      because:
        "Deflects, and again when it would have been easy not to: “I can’t stand next to every trolley” and “They’d both signed the procedure.”",
    },
  },
  traps: [
    {
      trap: "teams-mistake",
      because: "It lands on the staff: “I’d told them both about signing, more than once.”",
    },
  ],
};
