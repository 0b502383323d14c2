import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";

/** A secret shorter than this can be guessed. */
const SECRET_MIN_CHARACTERS = 32;

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL beginning with ${protocols.join(" or ")}`,
  });

/** What a group of the provider's means: in one organisation, or (null) in every one. */
const roleMeaning = z.object({
  organization: z.string().nullable(),
  group: z.string().min(1),
  role: z.enum(ROLES),
});
export type RoleMeaning = z.output<typeof roleMeaning>;

/** Pairs of group and role, parted by spaces or commas: "leads=lead", or "<organisation's id>:leads=lead". */
const roleMap = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(readMeaning),
  )
  .pipe(z.array(roleMeaning));

function readMeaning(pair: string) {
  const at = pair.lastIndexOf("=");
  const [, organization = null, group] = /^(?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):)?(.*)$/.exec(
    pair.slice(0, at),
  ) ?? [null, null, ""];
  return { organization, group, role: pair.slice(at + 1) };
}

const schema = z
  .object({
    DATABASE_URL: url(["postgres:", "postgresql:"]),
    /** Past a pool in transaction mode, straight to PostgreSQL: live events are heard there. DATABASE_URL when not set. */
    DATABASE_LISTEN_URL: url(["postgres:", "postgresql:"]).optional(),
    AUTH_SECRET: z
      .string()
      .min(SECRET_MIN_CHARACTERS, `must have at least ${SECRET_MIN_CHARACTERS} characters`),
    AUTH_URL: url(["http:", "https:"]),
    /** Name of the database in which one-click sign-in as the demo cast is allowed. */
    PLUMBLINE_DEMO: z.string().optional(),
    AUTH_OIDC_ISSUER: url(["http:", "https:"]).optional(),
    AUTH_OIDC_ID: z.string().optional(),
    AUTH_OIDC_SECRET: z.string().optional(),
    /** The provider's claim that names somebody's groups, and what each means: "hiring-leads=lead <id>:recruiters=recruiter". */
    AUTH_OIDC_ROLE_CLAIM: z.string().optional(),
    AUTH_OIDC_ROLES: roleMap,
    /** The claim that equals the external id a directory provisions: the subject, or "oid" of Entra. */
    AUTH_OIDC_EXTERNAL_ID_CLAIM: z.string().default("sub"),
    AUTH_OIDC_NAME: z.string().default("single sign-on"),
    SMTP_URL: url(["smtp:", "smtps:"]).optional(),
    MAIL_FROM: z.string().optional(),
    /** A session ends this long after it began, whatever happens in it ... */
    SESSION_DAYS: z.coerce.number().int().min(1).max(90).default(7),
    /** ... and this long after it was last used. */
    SESSION_IDLE_HOURS: z.coerce.number().int().min(1).max(720).default(24),
    /** How many reverse proxies stand in front: their entries of X-Forwarded-For are believed, no others. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    /** Multiplies every rate limit, for a load test or a very large house. */
    RATE_LIMIT_SCALE: z.coerce.number().int().min(1).max(10_000).default(1),
    /** Part of a process's time that one organisation may take for long while others are there; 1 is without a limit. */
    ORGANIZATION_SHARE: z.coerce.number().min(0.05).max(1).default(0.25),
    /** Where somebody who found a hole writes to (security.txt). */
    SECURITY_CONTACT: url(["mailto:", "https:"]).optional(),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  })
  .superRefine((env, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: "custom", path: [key], message });
    if (env.AUTH_OIDC_ISSUER && !env.AUTH_OIDC_ID)
      refuse("AUTH_OIDC_ID", "is needed beside AUTH_OIDC_ISSUER");
    // An identity token is believed because it came straight from the issuer: that must be an encrypted way.
    if (env.AUTH_OIDC_ISSUER && !isPrivateWay(new URL(env.AUTH_OIDC_ISSUER)))
      refuse("AUTH_OIDC_ISSUER", "must begin with https: unless it is on this machine");
    if (env.AUTH_OIDC_ROLE_CLAIM && env.AUTH_OIDC_ROLES.length === 0)
      refuse("AUTH_OIDC_ROLES", "is needed beside AUTH_OIDC_ROLE_CLAIM");
    if (env.SMTP_URL && !env.MAIL_FROM) refuse("MAIL_FROM", "is needed beside SMTP_URL");
    if (env.PLUMBLINE_DEMO && env.PLUMBLINE_DEMO !== databaseName(env.DATABASE_URL)) {
      refuse(
        "PLUMBLINE_DEMO",
        "must name the database of DATABASE_URL: one-click sign-in is never on by accident",
      );
    }
  });

export type Env = z.output<typeof schema>;

let parsed: Env | null = null;

/** The environment, read and checked once. Throws one line that names every variable at fault. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable in a compose file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message, code }) => {
    const missing = code === "invalid_type" && given[String(path[0])] === undefined;
    return `${path.join(".")} ${missing ? "is not set" : message}`;
  });
  throw new Error(`Plumbline cannot start: ${faults.join("; ")}`);
}

function isPrivateWay({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}
