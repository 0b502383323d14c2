import type { NextRequest } from "next/server";
import type { Context } from "@/db/context";
import type { Contract, InputOf } from "@/lib/contracts/contract";
import type { Download } from "@/lib/services/exports/table";
import { acquaintance } from "./acquaintances";
import { type Caller, callerOf, runAs, spendAs } from "./caller";
import { downloadDatabase } from "./database";
import { within } from "./deadline";
import { inSlices } from "./fair/slices";
import { inputOf } from "./input";
import { log } from "./log";
import { Places } from "./places";
import { PRIVATE, problemResponse } from "./problems";
import { requestIdOf } from "./route";

/** A reader who takes nothing for this long is let go: a connection to the records waits with every file on its way. */
const READ_ON_WITHIN_MS = 30_000;
/** Together with the pool of their own (`downloadDatabase`): no organisation's slow readers hold what others need. */
const readers = new Places(
  { member: 2, organization: 4 },
  "Several files are on their way to you already. Try again when one of them is there",
);

type DownloadVerb<C extends Contract> = (ctx: Context, input: InputOf<C>) => Promise<Download>;
type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A file that is made while it travels. The verb decides and audits in one short transaction; the file is then read in
 * a second one, as the same session, so that a slow reader never holds the audit chain.
 */
export function download<C extends Contract>(contract: C, verb: DownloadVerb<C>) {
  return async (request: NextRequest, { params }: Params): Promise<Response> => {
    const requestId = requestIdOf(request);
    let caller: Caller | null = null;
    let leave = () => {};
    try {
      const who = await callerOf(request);
      caller = who;
      await spendAs(who, contract);
      const input = await inputOf(contract, request, await params);
      const file = await runAs(who, request, contract, (ctx) => {
        // A transaction that is tried again asks again.
        leave();
        leave = readers.take({ memberId: ctx.member.id, organizationId: ctx.organization.id });
        return verb(ctx, input);
      });
      const asCaller = (work: (ctx: Context) => Promise<void>) =>
        runAs(who, request, contract, work, downloadDatabase());
      return new Response(streamOf(asCaller, request.signal, file, requestId, leave), {
        headers: {
          ...PRIVATE,
          "content-type": file.type,
          "content-disposition": `attachment; filename="${file.fileName}"`,
          "x-request-id": requestId,
        },
      });
    } catch (error) {
      leave();
      return problemResponse(error, requestId, {
        call: contract.name,
        ...(caller && acquaintance(caller.hash)),
      });
    }
  };
}

/** Reads on only as fast as the browser takes it. A reader who goes away ends the transaction with them. */
function streamOf(
  asCaller: (work: (ctx: Context) => Promise<void>) => Promise<void>,
  gone: AbortSignal,
  file: Download,
  requestId: string,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const written = asCaller(async (ctx) => {
    for await (const pieces of inSlices(ctx.organization.id, file.body(ctx))) {
      await within(READ_ON_WITHIN_MS, writer.write(bytesOf(pieces)), "The reader of a download stands still");
    }
  });
  written
    .finally(leave)
    .then(() => writer.close())
    .catch((error: unknown) => {
      if (!gone.aborted) log().error({ requestId, err: error }, "a download ended early");
      return writer.abort(error);
    })
    .catch(() => {});
  return readable;
}

function bytesOf(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
}
