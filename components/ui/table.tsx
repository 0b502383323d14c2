import clsx from "clsx";
import type { ComponentProps } from "react";

interface TableProps extends ComponentProps<"table"> {
  /** What the table holds, for those who cannot see it stand under its heading. */
  caption: string;
  captionHidden?: boolean;
  /** Rows closer together: for figures, not for people. */
  dense?: boolean;
}

/** Hairlines, not boxes. Wider than the page, it scrolls in its own region, reachable by keyboard. */
export function Table({
  caption,
  captionHidden = true,
  dense = false,
  className,
  children,
  ...rest
}: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="relative -mx-1 overflow-x-auto px-1">
      <table
        className={clsx(
          "w-full border-collapse text-left text-s",
          dense && "[&_td]:py-2 [&_th]:py-2",
          className,
        )}
        {...rest}
      >
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-s text-soft"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** A column's head. */
export function Th({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={clsx(
        scope === "col"
          ? "border-b border-line-strong py-2 pr-4 align-bottom text-xs font-[560] text-soft"
          : "border-b border-line py-3 pr-4 align-top font-[560] last:pr-0",
        className,
      )}
      {...rest}
    />
  );
}

/** A cell. */
export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td className={clsx("border-b border-line py-3 pr-4 align-top last:pr-0", className)} {...rest} />;
}
