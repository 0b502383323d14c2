import { useEffect } from "react";
import { toastProblem } from "@/components/ui/toasts";

/**
 * Where no worker keeps the files yet, a link followed without a server ends on the browser's own error page, and the
 * scorecard is out of sight until there is one again. The first press says so; the second is meant.
 */
export function useStay(away: boolean): void {
  useEffect(() => {
    if (!away || navigator.serviceWorker?.controller) return;
    let told = false;
    const onClick = (event: MouseEvent) => {
      if (told || !(event.target instanceof Element && event.target.closest('a[href^="/"]'))) return;
      told = true;
      event.preventDefault();
      event.stopPropagation();
      toastProblem(
        "No other page would come",
        "This one goes on working. Press again to leave it all the same.",
      );
    };
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, [away]);
}
