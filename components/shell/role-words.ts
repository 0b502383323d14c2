import { ROLE_LABEL } from "@/lib/domain/labels";
import { ROLES, type Role } from "@/lib/domain/roles";

/** "Interviewer and hiring lead", always in the same order. */
export function rolesInWords(roles: readonly Role[]): string {
  const words = ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_LABEL[role]);
  const lowered = words.map((word, index) => (index === 0 ? word : word.toLowerCase()));
  if (lowered.length < 2) return lowered.join("");
  return `${lowered.slice(0, -1).join(", ")} and ${lowered.at(-1)}`;
}
