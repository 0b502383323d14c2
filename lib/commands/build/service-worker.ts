import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { injectManifest } from "@serwist/build";
import { build } from "esbuild";
import { ROOT } from "../command";

/** Every file of the screens goes along; above this a file would be no file of a screen. */
const FILE_MAX_BYTES = 3_000_000;

/** Writes /sw.js beside the standalone server: the worker in one file, with this build's own list of files. */
export async function buildServiceWorker(dist: string, buildId: string): Promise<void> {
  const publicFolder = join(dist, "standalone", "public");
  const bundled = join(dist, "service-worker.js");
  mkdirSync(publicFolder, { recursive: true });
  await build({
    entryPoints: [join(ROOT, "lib", "client", "service-worker.ts")],
    outfile: bundled,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await injectManifest({
    swSrc: bundled,
    swDest: join(publicFolder, "sw.js"),
    globDirectory: join(dist, "static"),
    globPatterns: ["**/*.{js,css,woff2}"],
    modifyURLPrefix: { "": "/_next/static/" },
    // Next names its files by their content.
    dontCacheBustURLsMatching: /^\/_next\/static\//,
    maximumFileSizeToCacheInBytes: FILE_MAX_BYTES,
    additionalPrecacheEntries: [{ url: "/offline", revision: buildId }],
  });
  rmSync(bundled);
}
