import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";

interface MessagePageProps {
  title: string;
  children: ReactNode;
  href: string;
  action: string;
}

/** One thing to say and one place to go: mail sent, sign-on failed, nothing here. */
export function MessagePage({ title, children, href, action }: MessagePageProps) {
  return (
    <>
      <h1>{title}</h1>
      <p className="mt-3 mb-6 max-w-[60ch] text-soft">{children}</p>
      <LinkButton href={href}>{action}</LinkButton>
    </>
  );
}
