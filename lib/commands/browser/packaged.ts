import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../command";
import type { Browser } from "./find";

/** The package unpacks its own libraries only where it believes to be; they are what a bare machine lacks. */
const AS_IF_AT_HOME = { AWS_LAMBDA_JS_RUNTIME: "nodejs20.x", AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };

/** Chromium out of an npm package, for a bare Linux on x64: unpacked into `folder` with the libraries it needs. */
export async function packagedBrowser(folder: string): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  mkdirSync(folder, { recursive: true });
  const script = 'import c from "@sparticuz/chromium"; console.log(await c.executablePath());';
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    env: { ...process.env, ...AS_IF_AT_HOME, TMPDIR: folder },
    encoding: "utf8",
  });
  if (unpacked.status !== 0) return null;
  return {
    executablePath: unpacked.stdout.trim(),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }),
    },
    found: "the npm package @sparticuz/chromium",
  };
}
