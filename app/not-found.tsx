import type { Metadata } from "next";
import { Wordmark } from "@/components/shell/wordmark";
import { MessagePage } from "@/components/sign-in/message-page";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <main id="page" className="mx-auto max-w-[44rem] px-4 pt-8 md:px-8 md:pt-[10dvh]">
      <div className="mb-10">
        <Wordmark named />
      </div>
      <MessagePage title="Nothing here" href="/" action="To my page">
        This address leads nowhere. It may be mistyped, or from an older version.
      </MessagePage>
    </main>
  );
}
