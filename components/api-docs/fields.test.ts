import { expect, test } from "vitest";
import { z } from "zod";
import { CONTRACTS } from "@/lib/contracts/index";
import { inviteMemberContract } from "@/lib/contracts/members";
import { fieldsOf } from "./fields";

test("an input's keys with their types, as an integrator reads them", () => {
  expect(fieldsOf(inviteMemberContract.input, "input")).toEqual([
    { name: "name", type: "string", required: true },
    { name: "email", type: "string (email)", required: true },
    {
      name: "roles",
      type: 'list of "interviewer" | "recruiter" | "lead" | "admin"',
      required: true,
    },
  ]);
});

test("of several shapes of one answer every key is told, and whether all of them have it", () => {
  const either = z.discriminatedUnion("state", [
    z.object({ state: z.literal("known"), value: z.number() }),
    z.object({ state: z.literal("not-enough"), reason: z.string() }),
  ]);
  expect(fieldsOf(either, "output")).toEqual([
    { name: "state", type: '"known" | "not-enough"', required: true },
    { name: "value", type: "number", required: false },
    { name: "reason", type: "string", required: false },
  ]);
});

test("every address says what it answers with", () => {
  for (const contract of CONTRACTS) {
    const fields = fieldsOf(contract.output, "output");
    // A file has no keys: the page says that it is one.
    expect(fields.length > 0, contract.name).toBe(contract.answers !== "file");
  }
});
