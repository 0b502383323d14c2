import type { Role } from "@/lib/domain/roles";

/** Scheduling software for home-care teams; some 180 people, in Leeds and Lisbon. Invented. */
export const COMPANY = "Northmere";

/** Everybody of the demo who can sign in, by first name. */
export const CAST = {
  ada: { name: "Ada Lindgren", roles: ["interviewer"] },
  ben: { name: "Ben Okoro", roles: ["interviewer"] },
  chidi: { name: "Chidi Eze", roles: ["interviewer"] },
  dana: { name: "Dana Petrescu", roles: ["interviewer"] },
  elif: { name: "Elif Demir", roles: ["interviewer"] },
  /** Lenient: about .7 of a level above the others, wherever he sits. */
  farid: { name: "Farid Rahimi", roles: ["interviewer"] },
  /** Severe: about .7 of a level below the others. */
  greta: { name: "Greta Vogel", roles: ["interviewer"] },
  hugo: { name: "Hugo Marchand", roles: ["interviewer"] },
  noor: { name: "Noor Haddad", roles: ["interviewer"] },
  /** The one who scores and recruits: blind wherever she has a seat, whatever she may compare elsewhere. */
  iris: { name: "Iris Castellano", roles: ["interviewer", "recruiter"] },
  marek: { name: "Marek Zielinski", roles: ["interviewer", "lead"] },
  rosa: { name: "Rosa Delgado", roles: ["recruiter"] },
  lena: { name: "Lena Hoffmann", roles: ["lead"] },
  amos: { name: "Amos Whitfield", roles: ["admin"] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type CastKey = keyof typeof CAST;
export const CAST_KEYS = Object.keys(CAST) as CastKey[];

export type InterviewerKey = Exclude<CastKey, "rosa" | "lena" | "amos">;
