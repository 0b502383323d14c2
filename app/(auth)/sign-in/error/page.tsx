import type { Metadata } from "next";
import { signInErrorWords } from "@/components/sign-in/error-words";
import { MessagePage } from "@/components/sign-in/message-page";

export const metadata: Metadata = { title: "Not signed in" };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ error?: string | string[] }>;
}) {
  const words = signInErrorWords([(await searchParams).error].flat()[0]);
  return (
    <MessagePage title={words.what} href="/sign-in" action="Back to sign in">
      {words.todo}
    </MessagePage>
  );
}
