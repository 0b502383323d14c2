import type { Metadata } from "next";
import { MessagePage } from "@/components/sign-in/message-page";

export const metadata: Metadata = { title: "No organisation" };

export default function Page() {
  return (
    <MessagePage title="You are not a member here" href="/sign-in" action="Sign in as somebody else">
      Your sign-in worked, but no organisation lists you, or your membership was ended. Ask an administrator
      to invite the address you signed in with.
    </MessagePage>
  );
}
