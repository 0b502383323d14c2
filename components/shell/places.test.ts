import { expect, test } from "vitest";
import type { Role } from "@/lib/domain/roles";
import { homeFor, isAt, placesFor, settingsFor } from "./places";
import { rolesInWords } from "./role-words";

const labels = (roles: Role[]) => placesFor(roles).map((place) => place.label);

test("the rail holds what a member's roles need, and no more", () => {
  expect(labels(["interviewer"])).toEqual(["Interviews", "My figures", "Practice", "Rubric", "Settings"]);
  expect(labels(["interviewer", "lead"])).not.toContain("My figures");
  expect(labels(["recruiter"])).toEqual(["Interviews", "Candidates", "Practice", "Rubric", "Settings"]);
  expect(labels(["lead"])).toEqual(["Interviews", "Candidates", "Panels", "Practice", "Rubric", "Settings"]);
  expect(labels(["admin"])).toEqual(["Interviews", "Practice", "Rubric", "Settings"]);
});

test("settings: members and audit for administrators, import for those who bring files in", () => {
  const own = ["Appearance", "Devices", "API tokens"];
  expect(settingsFor(["interviewer"]).map((page) => page.label)).toEqual(own);
  expect(settingsFor(["recruiter"]).map((page) => page.label)).toEqual([...own, "Import"]);
  expect(settingsFor(["admin"]).map((page) => page.label)).toEqual([
    ...own,
    "Members",
    "Directory",
    "Import",
    "Privacy",
    "Audit",
  ]);
});

test("everybody lands where their work begins", () => {
  expect(homeFor(["interviewer"])).toBe("/interviews");
  expect(homeFor(["interviewer", "recruiter"])).toBe("/candidates");
  expect(homeFor(["interviewer", "lead"])).toBe("/panels");
  expect(homeFor(["admin"])).toBe("/settings/members");
});

test("a place is where it says and below, never beside", () => {
  expect(isAt("/candidates/018f", "/candidates")).toBe(true);
  expect(isAt("/candidates-of-old", "/candidates")).toBe(false);
});

test("roles in words, in the roles' own order", () => {
  expect(rolesInWords(["interviewer"])).toBe("Interviewer");
  expect(rolesInWords(["admin", "interviewer"])).toBe("Interviewer and administrator");
  expect(rolesInWords(["lead", "recruiter", "interviewer"])).toBe("Interviewer, recruiter and hiring lead");
});
