import { getMe } from "@/lib/contracts/outlines";
import { ApiProblem, call } from "./api";
import { memberHere } from "./member";

/** A request that hangs this long is given up and made again; a slow one (8 s) still gets through. */
const REQUEST_TIMEOUT_MS = 20_000;

export const patience = () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });

/** "Not yours" may mean that somebody else has signed in on this browser: then nothing is refused, it waits. */
export async function asOwner<T>(ownerId: string, request: () => Promise<T>): Promise<T> {
  const here = memberHere();
  if (here && here.memberId !== ownerId) throw otherMember();
  try {
    return await request();
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || (problem.status !== 403 && problem.status !== 404)) throw problem;
    const { memberId } = await call(getMe, {}, patience());
    throw memberId === ownerId ? problem : otherMember();
  }
}

function otherMember(): ApiProblem {
  return new ApiProblem("OTHER_MEMBER", "Somebody else is signed in on this browser.", { status: 401 });
}
