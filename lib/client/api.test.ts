import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { submitScorecardContract } from "@/lib/contracts/submission";
import { addressOf, call } from "./api";

const SCORECARD = "018f0000-0000-7000-8000-000000000001";
const SUBMITTED = { scorecardId: SCORECARD, submittedAt: "2026-11-23T10:00:00Z" };

let stop: () => void = () => {};
afterEach(() => stop());

/** A real server on loopback: what the browser would meet. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stop = () => server.close();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

describe("an address", () => {
  test("path keys are filled and escaped, the rest of a GET is its query", () => {
    const listing = { method: "GET", path: "/openings/{openingId}/candidates" } as const;
    expect(addressOf(listing, { openingId: "a/b", stage: "new one", gone: undefined })).toEqual({
      url: "/openings/a%2Fb/candidates?stage=new+one",
      body: null,
    });
  });

  test("the rest of a POST is its JSON body", () => {
    expect(addressOf({ method: "POST", path: "/x/{id}" }, { id: "1", b: [2] })).toEqual({
      url: "/x/1",
      body: '{"b":[2]}',
    });
  });
});

describe("a call", () => {
  test("answers the parsed output", async () => {
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end(JSON.stringify(SUBMITTED));
    });
    expect(await call(submitScorecardContract, { scorecardId: SCORECARD }, { origin })).toEqual(SUBMITTED);
    expect(seen).toEqual([`POST /api/v1/scorecards/${SCORECARD}/submission`]);
  });

  test("a refusal carries the server's code, sentence and details, and is not worth repeating", async () => {
    const origin = await serve((_, response) => {
      response.statusCode = 422;
      const problem = { code: "INVALID", message: "2 things left", details: { missing: 2 }, requestId: "r" };
      response.end(JSON.stringify({ problem }));
    });
    await expect(call(submitScorecardContract, { scorecardId: SCORECARD }, { origin })).rejects.toMatchObject(
      {
        code: "INVALID",
        message: "2 things left",
        details: { missing: 2 },
        status: 422,
        retryable: false,
      },
    );
  });

  test("how long a busy server asks to be left alone is heard, in seconds and never as a date", async () => {
    let header = "7";
    const origin = await serve((_, response) => {
      response.statusCode = 503;
      response.setHeader("retry-after", header);
      response.end();
    });
    const failure = () =>
      call(submitScorecardContract, { scorecardId: SCORECARD }, { origin }).catch(
        (problem: unknown) => problem,
      );
    expect(await failure()).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
    header = "Tue, 24 Nov 2026 10:00:00 GMT";
    expect(await failure()).toMatchObject({ retryable: true, retryAfterMs: null });
  });

  test("no answer at all is worth repeating", async () => {
    const origin = await serve((request) => request.socket.destroy());
    await expect(call(submitScorecardContract, { scorecardId: SCORECARD }, { origin })).rejects.toMatchObject(
      { code: "NETWORK", status: 0, retryable: true },
    );
  });

  test("a gateway's page, a captive portal's page and a redirect are never taken for our answer", async () => {
    const ping = contract({
      name: "ping",
      method: "GET",
      path: "/ping",
      summary: "",
      input: z.strictObject({ how: z.string() }),
      output: z.object({ pong: z.boolean() }),
    });
    const origin = await serve((request, response) => {
      const how = new URL(request.url ?? "", "http://x").searchParams.get("how");
      if (how === "redirect") response.writeHead(302, { location: "/sign-in" });
      response.statusCode = how === "gateway" ? 502 : response.statusCode;
      response.end("<html>Welcome to the hotel</html>");
    });
    const failure = (how: string) => call(ping, { how }, { origin }).catch((problem: unknown) => problem);
    expect(await failure("gateway")).toMatchObject({ code: "UNREADABLE", status: 502, retryable: true });
    expect(await failure("portal")).toMatchObject({ code: "UNREADABLE", status: 200, retryable: true });
    expect(await failure("redirect")).toMatchObject({ code: "NETWORK", retryable: true });
  });
});
