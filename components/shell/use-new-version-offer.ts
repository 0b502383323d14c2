import { useEffect } from "react";
import { toastOffer } from "@/components/ui/toasts";
import { useNewVersion } from "@/lib/client/new-version";

/** Says quietly that a newer build answers. This page goes on saving; nobody is made to reload. */
export function useNewVersionOffer(): void {
  const isNew = useNewVersion();
  useEffect(() => {
    if (!isNew) return;
    toastOffer("New version", "Reload when convenient. Nothing here is lost.", {
      label: "Reload",
      onClick: () => window.location.reload(),
    });
  }, [isNew]);
}
