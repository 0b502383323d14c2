"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { email } from "@/lib/contracts/values";
import { signInErrorWords } from "./error-words";

const form = z.object({ email });

/** A link by e-mail: no password to keep. */
export function MailForm({ primary }: { primary: boolean }) {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { email: "" },
  });
  const { errors, isSubmitting } = formState;

  const send = handleSubmit(async (input) => {
    const answer = await signIn("nodemailer", { ...input, redirect: false, redirectTo: "/" }).catch(
      () => null,
    );
    if (answer && !answer.error) window.location.assign("/sign-in/check-mail");
    else
      setError(
        "email",
        { message: signInErrorWords(answer?.error ?? "Unreachable").what },
        { shouldFocus: true },
      );
  });

  return (
    <form onSubmit={send} noValidate className="grid gap-3">
      <TextField
        label="E-mail"
        type="email"
        autoComplete="email"
        hint="You get a link that works once, for ten minutes."
        error={errors.email?.message}
        {...register("email")}
      />
      <Button type="submit" look={primary ? "primary" : "plain"} disabled={isSubmitting}>
        Send me a link
      </Button>
    </form>
  );
}
