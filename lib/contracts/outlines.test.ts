import { expect, test } from "vitest";
import type { Contract, Outline } from "./contract";
import * as outlines from "./outlines";

const all: [string, Outline<Contract>][] = Object.entries(outlines);

test.each(all)("%s leads to its own contract, at the very address it names", async (name, outline) => {
  const { whole, ...address } = outline;
  expect(outline.name).toBe(name);
  expect(await whole()).toMatchObject(address);
});
