import { Notice } from "@/components/ui/notice";
import type { CastMember } from "@/lib/contracts/demo";
import { Cast } from "./cast";
import { signInErrorWords } from "./error-words";
import { MailForm } from "./mail-form";
import { ProviderButton } from "./provider-button";

interface SignInPageProps {
  /** The OpenID provider's id and name, when one is set up. */
  provider: { id: string; name: string } | null;
  mail: boolean;
  cast: readonly CastMember[];
  error: string | undefined;
}

/** Every way in that this server has, and a clear line when it has none. */
export function SignInPage({ provider, mail, cast, error }: SignInPageProps) {
  const nothing = !provider && !mail && cast.length === 0;
  const wrong = error === undefined ? null : signInErrorWords(error);
  return (
    <>
      <h1>Sign in</h1>
      <p className="mt-2 mb-8 text-soft">
        Plumbline scores one interview question: tell me about a time you made a mistake.
      </p>
      <div className="grid gap-10">
        {wrong && (
          <Notice live tone="warn" title={wrong.what}>
            {wrong.todo}
          </Notice>
        )}
        {(provider || mail) && (
          <div className="grid max-w-[24rem] gap-6">
            {provider && <ProviderButton provider={provider.id} name={provider.name} />}
            {mail && <MailForm primary={!provider} />}
          </div>
        )}
        {cast.length > 0 && <Cast cast={cast} />}
        {nothing && (
          <Notice tone="warn" title="No way to sign in is set up on this server">
            Whoever runs it sets an OpenID provider (AUTH_OIDC_ISSUER), mail (SMTP_URL and MAIL_FROM), or
            starts the demo with npm run demo. The README says how.
          </Notice>
        )}
      </div>
    </>
  );
}
