/** Where this device keeps that names are blurred. */
export const NAMES_KEY = "plumbline.names";

/** Runs before the first picture: on a shared screen even the served page must not show a name for a moment. */
const MARK = `try{if(localStorage.getItem("${NAMES_KEY}")==="hidden")document.documentElement.dataset.names="hidden"}catch{}`;

/** The mark that `useHiddenNamesMark` keeps up to date, set before any of our scripts has come. */
export function NamesMark({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, under the page's nonce
      dangerouslySetInnerHTML={{ __html: MARK }}
    />
  );
}
