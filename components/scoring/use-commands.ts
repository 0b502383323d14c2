import { type RefObject, useState } from "react";
import { setHiddenNames } from "@/components/shell/hidden-names";
import { steadyNow } from "@/lib/client/steady-clock";
import { nextDeed, pauseDeed, probeDeed } from "@/lib/client/timer";
import { readTimer } from "@/lib/domain/beats";
import { RECOMMENDATIONS } from "@/lib/domain/recommendation";
import { type Dimension, marksOf } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { TRAPS } from "@/lib/domain/traps";
import type { RowHandles } from "./dimension-row";
import type { Armed, Command } from "./keys";
import type { CardDeeds } from "./use-card-deeds";
import { neighbour } from "./use-rows";

interface CommandsProps {
  card: ScorecardContent;
  deeds: CardDeeds;
  rows: Record<Dimension, RowHandles>;
  active: Dimension;
  offered: Dimension | null;
  /** The sixth stop of J and K: the recommendation, after the last row. */
  verdict: RefObject<HTMLElement | null>;
  onAnchors: (dimension: Dimension) => void;
  onSubmit: () => void;
}

/** Carries out what a key asks for, and remembers a key that waits for its second. */
export function useCommands(props: CommandsProps) {
  const { card, deeds, rows, active, offered, verdict, onAnchors, onSubmit } = props;
  const [armed, setArmed] = useState<Armed | null>(null);
  const rate = (nth: number) => {
    const mark = marksOf(active)[nth - 1];
    if (mark === undefined) return;
    deeds.change({ field: "rating", dimension: active, value: { state: "observed", mark } });
  };
  const move = (by: 1 | -1) => {
    const here = verdict.current?.contains(document.activeElement);
    const next = neighbour(active, by);
    if (here) return by === -1 ? rows[active].group.current?.focus() : undefined;
    return next === active && by === 1 ? verdict.current?.focus() : rows[next].group.current?.focus();
  };
  const run = (command: Command) => {
    setArmed(command.do === "arm" && command.what !== armed ? command.what : null);
    const reading = readTimer(card.timer, steadyNow());
    switch (command.do) {
      case "dimension":
        return move(command.by);
      case "rate":
        return rate(command.nth);
      case "rate-and-go-on":
        rate(command.nth);
        return move(1);
      case "not-observed":
        return deeds.change({ field: "rating", dimension: active, value: { state: "not-observed" } });
      case "clear":
        return deeds.change({ field: "rating", dimension: active, value: null });
      case "note":
        return rows[active].startNote.current?.();
      case "leave-note":
        return rows[active].group.current?.focus();
      case "trap": {
        const trap = TRAPS[command.nth - 1];
        if (!trap) return;
        const on = card.traps.some((flag) => flag.trap === trap);
        return deeds.change({ field: "trap", trap, value: on ? null : { reason: "" } });
      }
      case "recommend": {
        const value = RECOMMENDATIONS[command.nth - 1];
        return value && deeds.change({ field: "recommendation", value });
      }
      case "beat": {
        const deed = nextDeed(reading);
        return deed && deeds.time(deed);
      }
      case "probe": {
        const deed = probeDeed(reading);
        if (deed) deeds.time(deed);
        const asked = offered !== null && card.probesAsked.includes(offered);
        if (offered && (deed === null || (deed.kind === "probe-on" && !asked)))
          deeds.change({ field: "probe", dimension: offered, value: asked ? null : "asked" });
        return;
      }
      case "pause": {
        const deed = pauseDeed(reading);
        return deed && deeds.time(deed);
      }
      case "anchors":
        return onAnchors(active);
      case "names":
        return setHiddenNames(!document.documentElement.dataset.names);
      case "submit":
        return onSubmit();
    }
  };
  return { armed, run };
}
