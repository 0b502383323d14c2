import type { NextRequest } from "next/server";
import type { Context } from "@/db/context";
import type { Contract, InputOf, OutputOf } from "@/lib/contracts/contract";
import { STREAMS_PER_MEMBER_MAX } from "@/lib/contracts/events";
import { Problem } from "@/lib/domain/errors";
import { acquaintance } from "./acquaintances";
import { type Caller, callerOf, runAs, spendAs } from "./caller";
import { onChange } from "./changes";
import { isLane } from "./fair/lane";
import { shares } from "./fair/shares";
import { inputOf } from "./input";
import { Places } from "./places";
import { PRIVATE, problemResponse } from "./problems";
import { requestIdOf } from "./route";
import { endAtStop } from "./streams";

/** Something travels at least this often, so that nobody on the way takes the stream for dead; the session is asked too. */
const HEARTBEAT_MS = 15_000;
/** Several deeds of one moment are told at once. */
const GATHER_MS = 80;
/** Of an organisation that takes more than its share: each telling of each of its pages is a transaction. */
const LOUD_GATHER_MS = 1_000;
/** Whoever reads no faster than this many waiting chunks is let go, and catches up when it comes back. */
const UNREAD_CHUNKS_MAX = 64;
/** What the browser waits before it comes back. */
const RETRY_MS = 1_000;

/** What follows `since` for the member behind the session, and the number to go on from. */
type EventVerb<C extends Contract> = (
  ctx: Context,
  input: InputOf<C>,
) => Promise<{ events: (OutputOf<C> & { seq: number })[]; seq: number }>;

const streams = new Places(
  { member: STREAMS_PER_MEMBER_MAX, organization: Number.POSITIVE_INFINITY },
  "You have Plumbline open too often to follow live. Close some of its tabs",
);

/**
 * A stream of server-sent events. Every telling runs the verb anew in a transaction of the session's own: who was
 * signed out, lost a role or got a seat is told accordingly from that moment.
 */
export function events<C extends Contract>(contract: C, verb: EventVerb<C>) {
  return async (request: NextRequest): Promise<Response> => {
    const requestId = requestIdOf(request);
    let caller: Caller | null = null;
    try {
      const who = await callerOf(request);
      caller = who;
      await spendAs(who, contract);
      const input = await inputOf(contract, request, {});
      let memberId: string | null = null;
      const told = (since?: number) =>
        runAs(who, request, contract, async (ctx) => {
          memberId ??= ctx.member.id;
          // The session has gone on to another organisation: this page is not of it.
          if (memberId !== ctx.member.id) throw new Problem("UNAUTHENTICATED", "Open the page anew");
          return {
            memberId,
            organizationId: ctx.organization.id,
            ...(await verb(ctx, { ...Object(input), ...(since === undefined ? {} : { since }) })),
          };
        });
      const first = await told(lastEventId(request));
      const leave = streams.take(first);
      const body = stream(first, told, request.signal, leave);
      return new Response(body, {
        headers: {
          ...PRIVATE,
          // Compressed, an event would wait in a buffer until enough others came.
          "cache-control": "private, no-store, no-transform",
          "content-type": "text/event-stream; charset=utf-8",
          "x-accel-buffering": "no",
          "x-request-id": requestId,
        },
      });
    } catch (error) {
      return problemResponse(error, requestId, {
        call: contract.name,
        ...(caller && acquaintance(caller.hash)),
      });
    }
  };
}

interface Told {
  organizationId: string;
  events: { seq: number }[];
  seq: number;
}

function stream(
  first: Told,
  told: (since: number) => Promise<Told>,
  gone: AbortSignal,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let since = first.seq;
        let busy = false;
        let again = false;
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -UNREAD_CHUNKS_MAX) end();
          else controller.enqueue(encoder.encode(text));
        };
        const tell = ({ events, seq }: Told) => {
          since = seq;
          for (const event of events) send(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
        };
        const look = async () => {
          again = busy;
          if (busy) return;
          busy = true;
          try {
            await new Promise((resolve) => setTimeout(resolve, gatherMs(first.organizationId)));
            do {
              again = false;
              tell(await told(since));
            } while (again);
          } catch {
            // Signed out, or the database is away: coming back says which.
            end();
          } finally {
            busy = false;
          }
        };
        const stopWaiting = onChange(first.organizationId, () => void look());
        const heart = setInterval(() => {
          send(": still here\n\n");
          void look();
        }, HEARTBEAT_MS);
        end = once(() => {
          clearInterval(heart);
          stopWaiting();
          forget();
          gone.removeEventListener("abort", end);
          onEnd();
          controller.close();
        });
        gone.addEventListener("abort", end);
        const forget = endAtStop(end);
        send(`retry: ${RETRY_MS}\n\n`);
        tell(first);
        // What changed between the first look and now.
        void look();
      },
      cancel: () => end(),
    },
    { highWaterMark: UNREAD_CHUNKS_MAX },
  );
}

function gatherMs(organizationId: string): number {
  const loud = isLane() || shares().isLoud(organizationId, performance.now());
  return loud ? LOUD_GATHER_MS : GATHER_MS;
}

/** The browser sends it when it comes back; it is newer than the address, which still says where it began. */
function lastEventId(request: NextRequest): number | undefined {
  const id = request.headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
