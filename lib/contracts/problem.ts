import { z } from "zod";
import { PROBLEM_STATUS, type ProblemCode } from "@/lib/domain/errors";

/** How every refusal looks on the wire. */
export const problemBody = z.object({
  problem: z.object({
    code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  }),
});

/** By which a page says whose it is, in every call it makes. */
export const MEMBER_HEADER = "x-plumbline-member";
/** The rule of a refusal that is meant for the page, not for the person: somebody else is here by now. */
export const OTHER_MEMBER = "other-member";
