/** Your initials, as they stand on the account button. */
export function AccountFace({ name }: { name: string }) {
  return (
    <>
      <span className="grid size-6 place-items-center rounded-full border border-line-strong text-[0.625rem] font-[600] md:size-9 md:text-xs">
        {initials(name)}
      </span>
      <span aria-hidden className="max-[359px]:hidden md:hidden">
        You
      </span>
    </>
  );
}

export const ACCOUNT_BUTTON =
  "flex flex-1 flex-col items-center justify-center gap-0.5 text-xs text-soft hover:text-ink";

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? "")
    .join("");
}
