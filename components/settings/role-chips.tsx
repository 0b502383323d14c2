"use client";

import { Chip } from "@/components/ui/chip";
import { ROLE_LABEL } from "@/lib/domain/labels";
import { ROLES, type Role } from "@/lib/domain/roles";

interface RoleChipsProps {
  legend: string;
  legendHidden?: boolean;
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  disabled?: boolean;
  error?: string | undefined;
}

/** The roles a member holds: one tap gives or takes one. */
export function RoleChips({
  legend,
  legendHidden = false,
  roles,
  onChange,
  disabled,
  error,
}: RoleChipsProps) {
  const toggle = (role: Role) =>
    ROLES.filter((other) => (other === role ? !roles.includes(role) : roles.includes(other)));
  return (
    <fieldset disabled={disabled ?? false}>
      <legend className={legendHidden ? "sr-only" : "mb-1 text-s font-[560]"}>{legend}</legend>
      <div className="flex flex-wrap gap-1 pointer-coarse:gap-2">
        {ROLES.map((role) => (
          <Chip
            key={role}
            kind="checkbox"
            checked={roles.includes(role)}
            onChange={() => onChange(toggle(role))}
          >
            {ROLE_LABEL[role]}
          </Chip>
        ))}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-s font-[560] text-warn">
          {error}
        </p>
      )}
    </fieldset>
  );
}
