import type { Metadata } from "next";
import { Kept } from "./kept";

export const metadata: Metadata = { title: "Score" };

/**
 * The shell that the service worker keeps, header and all, and shows at any address while there is no network. It reads
 * no session and says nothing about anybody: whatever is personal comes from the encrypted store in the browser.
 */
export default function OfflinePage() {
  return <Kept />;
}
