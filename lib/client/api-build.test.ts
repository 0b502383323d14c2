import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { Outline } from "@/lib/contracts/contract";
import { submitScorecardContract } from "@/lib/contracts/submission";

// What the build writes into a page; read as the module is loaded, so each file by itself.
process.env.PLUMBLINE_BUILD = "ours";
const { call } = await import("./api");

const SCORECARD = "018f0000-0000-7000-8000-000000000001";
const SUBMITTED = { scorecardId: SCORECARD, submittedAt: "2026-11-23T10:00:00Z" };

let stop: () => void = () => {};
afterEach(() => stop());

/** A server of some build, or of none. */
async function answering(build: string | null, answer: unknown): Promise<string> {
  const server = createServer((_, response) => {
    if (build !== null) response.setHeader("x-plumbline-build", build);
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stop = () => server.close();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

/** By its outline, with a count of how often the shapes were wanted. */
function outlined(whole: () => Promise<typeof submitScorecardContract>) {
  let wanted = 0;
  const { name, method, path } = submitScorecardContract;
  const outline: Outline<typeof submitScorecardContract> = {
    name,
    method,
    path,
    whole: () => {
      wanted += 1;
      return whole();
    },
  };
  return {
    wanted: () => wanted,
    ask: (origin: string) => call(outline, { scorecardId: SCORECARD }, { origin }),
  };
}

const asLoaded = async () => submitScorecardContract;

test("by its outline, an answer of the page's own build is taken at its word", async () => {
  const { ask, wanted } = outlined(asLoaded);
  expect(await ask(await answering("ours", SUBMITTED))).toEqual(SUBMITTED);
  expect(wanted()).toBe(0);
});

test.each([
  ["another build", "theirs"],
  ["whoever gives no build", null],
])("an answer of %s is checked against the whole contract", async (_, build) => {
  const { ask, wanted } = outlined(asLoaded);
  expect(await ask(await answering(build, SUBMITTED))).toEqual(SUBMITTED);
  stop();
  await expect(ask(await answering(build, { welcome: "to our Wi-Fi" }))).rejects.toMatchObject({
    code: "UNREADABLE",
    retryable: true,
  });
  expect(wanted()).toBe(2);
});

test("not even the own build's answer passes for one when it is no JSON object", async () => {
  const { ask } = outlined(asLoaded);
  await expect(ask(await answering("ours", "<html>"))).rejects.toMatchObject({ code: "UNREADABLE" });
});

test("where the shapes went with the page's build, another build is believed; nobody else is, and is tried again", async () => {
  const { ask } = outlined(() => Promise.reject(new Error("Failed to load the file")));
  expect(await ask(await answering("theirs", SUBMITTED))).toEqual(SUBMITTED);
  stop();
  await expect(ask(await answering(null, SUBMITTED))).rejects.toMatchObject({
    code: "NETWORK",
    retryable: true,
    status: 0,
  });
});
