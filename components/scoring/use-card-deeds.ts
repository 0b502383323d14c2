import { useMemo } from "react";
import { newId } from "@/lib/client/ids";
import { pageClock } from "@/lib/client/steady-clock";
import { type TimerDeed, timerEventOf } from "@/lib/client/timer";
import type { Submission } from "@/lib/client/use-submission";
import type { TimerEvent } from "@/lib/domain/beats";
import type { Change } from "@/lib/domain/changes";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** Every way the cockpit changes its scorecard; the same functions for as long as the card is open. */
export interface CardDeeds {
  change: (change: Change) => void;
  type: (change: Change) => void;
  settle: () => void;
  /** What a timer control does now. */
  time: (deed: TimerDeed) => void;
  /** An event at a stated moment. */
  event: (event: TimerEvent) => void;
}

/** Whatever keeps a card's changes: the outbox for an interview, the device alone for practice. */
export interface CardKeeper {
  read(): { content: ScorecardContent };
  change(change: Change): void;
  type(change: Change): void;
  settle(): void;
}

/** A change made while the submission counts down takes the submission back: nothing unseen is ever sent. */
export function useCardDeeds(keeper: CardKeeper, undo: Submission["undo"]): CardDeeds {
  return useMemo(() => {
    const takeBack = () => undo("You changed something, so it was not submitted.");
    return {
      change(change) {
        takeBack();
        keeper.change(change);
      },
      type(change) {
        takeBack();
        keeper.type(change);
      },
      settle: () => keeper.settle(),
      time(deed) {
        const value = timerEventOf(deed, keeper.read().content.timer, pageClock().stamp(), newId());
        keeper.change({ field: "timer", value });
      },
      event: (value) => keeper.change({ field: "timer", value }),
    };
  }, [keeper, undo]);
}
