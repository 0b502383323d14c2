import { ApiProblem, addressOf } from "@/lib/client/api";
import { API_ROOT, type Contract, type OutputOf } from "@/lib/contracts/contract";
import { problemBody } from "@/lib/contracts/problem";

/** Nothing here takes this long; a request that hangs is a fault to be seen, not waited for. */
const ANSWER_WITHIN_MS = 20_000;

export interface Answer {
  status: number;
  retryAfter: string | null;
  json: unknown;
}

/** One request as one of the signed-in, with the cookie a browser would send. Rejects when no answer comes. */
export async function ask(
  address: string,
  cookie: string,
  contract: Contract,
  input: Record<string, unknown>,
): Promise<Answer> {
  const { url, body } = addressOf(contract, input);
  const response = await fetch(`${address}${API_ROOT}${url}`, {
    method: contract.method,
    headers: { cookie, ...(body === null ? {} : { "content-type": "application/json" }) },
    body,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    json: text === "" ? null : JSON.parse(text),
  };
}

/** The answer's content, or what the browser's own client throws for such an answer. */
export function outputOf<C extends Contract>(contract: C, { status, json }: Answer): OutputOf<C> {
  if (status === 200) {
    const output = contract.output.parse(json);
    // zod parsed exactly this schema; the generic only loses its name on the way.
    return output as OutputOf<C>;
  }
  const parsed = problemBody.safeParse(json);
  if (!parsed.success) throw new ApiProblem("UNREADABLE", "not ours", { status, retryable: status >= 500 });
  throw new ApiProblem(parsed.data.problem.code, parsed.data.problem.message, { status });
}
