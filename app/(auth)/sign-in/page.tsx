import type { Metadata } from "next";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { OIDC, signInOptions } from "@/lib/server/auth";
import { demoCast } from "@/lib/server/demo";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ error?: string | string[] }>;
}) {
  const { oidc, mail } = signInOptions();
  const { error } = await searchParams;
  return (
    <SignInPage
      provider={oidc === null ? null : { id: OIDC, name: oidc }}
      mail={mail}
      cast={await demoCast()}
      error={[error].flat()[0]}
    />
  );
}
