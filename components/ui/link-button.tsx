import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, type ButtonSize, buttonClass } from "./button";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook;
  size?: ButtonSize;
}

/** A link that looks like a button: it goes somewhere, it does nothing else. */
export function LinkButton({ look = "plain", size = "m", className, ...rest }: LinkButtonProps) {
  return <Link className={clsx(buttonClass(look, size), "no-underline", className)} {...rest} />;
}

/** A link in running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={clsx("text-accent underline underline-offset-2", className)} {...rest} />;
}
