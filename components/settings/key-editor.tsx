"use client";

import { type KeyboardEvent, useState } from "react";
import { KEY_DEED_WORDS, KEY_DEEDS, type KeyDeed, printedKey, refusedKey } from "@/components/shell/key-map";
import { resetKeys, setKey, useKeyMap } from "@/components/shell/use-key-map";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** Every single key of the scoring area, each with a way to give it another. */
export function KeyEditor() {
  const keys = useKeyMap();
  const [asking, setAsking] = useState<KeyDeed | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const onKeyDown = (deed: KeyDeed) => (event: KeyboardEvent) => {
    if (asking !== deed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab" || event.key === "Shift") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop();
    const key = event.key.toLowerCase();
    const reason = refusedKey(key, deed, keys);
    setRefused(reason);
    if (reason !== null) return;
    setKey(deed, key);
    stop();
  };
  const stop = () => {
    setAsking(null);
    setRefused(null);
  };
  return (
    <>
      <ul className="border-y border-line">
        {KEY_DEEDS.map((deed) => (
          <li
            key={deed}
            className="flex min-h-10 items-center justify-between gap-4 border-b border-line py-1 text-s last:border-b-0"
          >
            <span>{KEY_DEED_WORDS[deed]}</span>
            <Button
              size="s"
              look={asking === deed ? "plain" : "quiet"}
              aria-label={`Key for: ${KEY_DEED_WORDS[deed]}. Now ${printedKey(keys[deed])}`}
              aria-pressed={asking === deed}
              onClick={() => (asking === deed ? stop() : setAsking(deed))}
              onKeyDown={onKeyDown(deed)}
              onBlur={() => asking === deed && stop()}
            >
              {asking === deed ? "Press a key" : <Kbd>{printedKey(keys[deed])}</Kbd>}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="min-h-5 text-s text-warn">
        {refused}
      </p>
      <Button size="s" onClick={resetKeys}>
        All keys as they came
      </Button>
    </>
  );
}
