import { useEffect } from "react";

/** Says on the page itself that it listens: until then the cockpit lets nothing be chosen, for nothing would be kept. */
export function useLiveMark(): void {
  useEffect(() => {
    document.documentElement.dataset.live = "";
  }, []);
}
