"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import clsx from "clsx";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/client/api";
import { createTokenContract } from "@/lib/contracts/tokens";
import type { TokenScope } from "@/lib/domain/tokens";
import { problemWords } from "./use-member-changes";

type NewToken = z.input<typeof createTokenContract.input>;

/** What a program of one's own may do. */
export const OWN_SCOPES: readonly Scope[] = [
  { value: "read", label: "Read what I may read" },
  { value: "write", label: "Read and change what I may" },
];
interface Scope {
  value: TokenScope;
  label: string;
}

interface TokenFormProps {
  /** With one there is nothing to choose. */
  scopes: readonly Scope[];
  days: number;
  onMade: (name: string, token: string) => Promise<void>;
}

/** Makes a token; what is wrong stands beside its field. */
export function TokenForm({ scopes, days, onMade }: TokenFormProps) {
  const empty: NewToken = { name: "", scope: scopes[0]?.value ?? "read", days };
  const { register, handleSubmit, reset, setError, formState } = useForm<
    NewToken,
    unknown,
    z.output<typeof createTokenContract.input>
  >({ resolver: zodResolver(createTokenContract.input), defaultValues: empty });
  const { errors, isSubmitting } = formState;

  const make = handleSubmit(async (input) => {
    try {
      const { token } = await call(createTokenContract, input);
      reset(empty);
      await onMade(input.name, token);
    } catch (error) {
      setError("root", { message: problemWords(error) });
    }
  });

  return (
    <form onSubmit={make} noValidate aria-labelledby="make" className="mb-8 border-b border-line pb-8">
      <h2 id="make" className="mb-3">
        Make a token
      </h2>
      <div
        className={clsx(
          "grid max-w-[56rem] items-start gap-4",
          scopes.length > 1 ? "md:grid-cols-[1fr_1fr_8rem_auto]" : "md:grid-cols-[1fr_8rem_auto]",
        )}
      >
        <TextField label="What for" autoComplete="off" error={errors.name?.message} {...register("name")} />
        {scopes.length > 1 && <Select label="It may" options={scopes} {...register("scope")} />}
        <TextField
          label="Days"
          type="number"
          error={errors.days?.message}
          {...register("days", { valueAsNumber: true })}
        />
        <div className="md:pt-6">
          <Button type="submit" look="primary" disabled={isSubmitting}>
            Make it
          </Button>
        </div>
      </div>
      {errors.root && (
        <p role="alert" className="mt-3 text-s font-[560] text-warn">
          {errors.root.message}
        </p>
      )}
    </form>
  );
}
