import { type ComponentType, useEffect, useState } from "react";
import { untilLoaded } from "@/lib/client/until-loaded";

/** What is hardly ever wanted is no part of the page: null until it is wanted and has come. */
export function useLoaded<Props>(
  load: () => Promise<ComponentType<Props>>,
  wanted: boolean,
): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<{ it: ComponentType<Props> } | null>(null);
  useEffect(() => {
    if (wanted) void untilLoaded(load).then((it) => setLoaded({ it }));
  }, [load, wanted]);
  return loaded?.it ?? null;
}
