"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { toastDone } from "@/components/ui/toasts";
import { ApiProblem, call } from "@/lib/client/api";
import { inviteMemberContract } from "@/lib/contracts/members";
import { RoleChips } from "./role-chips";
import { problemWords } from "./use-member-changes";

type Invite = z.input<typeof inviteMemberContract.input>;

const EMPTY: Invite = { name: "", email: "", roles: ["interviewer"] };

/** Invites somebody by e-mail; what is wrong stands beside its field. */
export function InviteForm({ onInvited }: { onInvited: () => Promise<void> }) {
  const { register, control, handleSubmit, reset, setError, formState } = useForm<
    Invite,
    unknown,
    z.output<typeof inviteMemberContract.input>
  >({ resolver: zodResolver(inviteMemberContract.input), defaultValues: EMPTY });
  const { errors, isSubmitting } = formState;

  const invite = handleSubmit(async (input) => {
    try {
      await call(inviteMemberContract, input);
      reset(EMPTY);
      await onInvited();
      toastDone(
        `${input.name} is invited: they join at their first sign-in with ${input.email}, within 14 days`,
      );
    } catch (error) {
      const field = error instanceof ApiProblem && error.details.field === "email" ? "email" : "root";
      setError(field, { message: problemWords(error) }, { shouldFocus: true });
    }
  });

  return (
    <form onSubmit={invite} noValidate aria-labelledby="invite" className="mb-8 border-b border-line pb-8">
      <h2 id="invite" className="mb-3">
        Invite somebody
      </h2>
      <div className="grid max-w-[56rem] items-start gap-4 md:grid-cols-2">
        <TextField label="Name" autoComplete="off" error={errors.name?.message} {...register("name")} />
        <TextField
          label="E-mail"
          type="email"
          autoComplete="off"
          error={errors.email?.message}
          {...register("email")}
        />
        <Controller
          control={control}
          name="roles"
          render={({ field }) => (
            <RoleChips
              legend="Roles"
              roles={field.value}
              onChange={field.onChange}
              error={errors.roles?.message}
            />
          )}
        />
        <div className="self-end md:justify-self-end">
          <Button type="submit" look="primary" disabled={isSubmitting}>
            Invite
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
