import { securityText } from "@/lib/server/security-text";

export const dynamic = "force-dynamic";

export const GET = securityText;
