import clsx from "clsx";
import { useEffect, useRef } from "react";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { type Dimension, type Mark, markLabel, marksOf } from "@/lib/domain/scale";
import { tintOf } from "./mark-cells";

interface AnchorsProps {
  id: string;
  dimension: Dimension;
  rubric: RubricContent;
  chosen: Mark | null;
}

/** All five sentences of one row at once, readable without a mouse and without rating anything. */
export function Anchors({ id, dimension, rubric, chosen }: AnchorsProps) {
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <dl ref={list} id={id} className="col-span-full grid gap-x-4 gap-y-2 pb-1 md:grid-cols-5">
      {marksOf(dimension).map((mark) => (
        <div key={mark} className="flex gap-2 md:block">
          <dt
            className={clsx(
              "w-8 shrink-0 border-t-3 border-(--tint) pt-1 text-s font-[560] md:w-auto",
              tintOf(dimension, mark),
            )}
          >
            {markLabel(dimension, mark)}
          </dt>
          <dd className="text-s text-soft">
            {mark === chosen && <b className="font-[560] text-ink">Your rating. </b>}
            {anchorOf(rubric, dimension, mark)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
