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
