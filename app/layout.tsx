import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { NamesMark } from "@/components/shell/names-mark";
import { PageGuard } from "@/components/shell/page-guard";
import { Toasts } from "@/components/ui/toasts";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description: "Scoring for one interview question: tell me about a mistake you made.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#15171a" },
  ],
};

/** The frame of every page, signed in or not: language, fonts, theme, toasts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        <PageGuard nonce={nonce} />
        <NamesMark nonce={nonce} />
        <ThemeProvider attribute="data-theme" disableTransitionOnChange nonce={nonce}>
          {children}
          <Toasts />
        </ThemeProvider>
      </body>
    </html>
  );
}
