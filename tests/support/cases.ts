import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The reference cases stand beside the checkout, or where PLUMBLINE_CASES says. */
export function casesPath(): string {
  return (
    process.env.PLUMBLINE_CASES ?? fileURLToPath(new URL("../../../shared/psych/cases", import.meta.url))
  );
}

/** The same folder, which must be there. */
export function casesFolder(): string {
  const folder = casesPath();
  if (existsSync(folder)) return folder;
  throw new Error(`No reference cases at ${folder}: set PLUMBLINE_CASES to their folder`);
}
