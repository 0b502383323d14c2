import type { Metadata } from "next";
import { MessagePage } from "@/components/sign-in/message-page";

export const metadata: Metadata = { title: "Check your mail" };

export default function Page() {
  return (
    <MessagePage title="Check your mail" href="/sign-in" action="Use another address">
      A link is on its way. It works once, for ten minutes. Nothing there? Look where your mail keeps
      advertising, then ask again.
    </MessagePage>
  );
}
