import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

// Which build answers: an open page learns of a newer one from this. Set by `npm run build`.
const BUILD = process.env.PLUMBLINE_BUILD ?? "";
const BUILD_HEADER = { key: "x-plumbline-build", value: BUILD };
// The worker's file is asked for anew each time: an old one would keep an old build for ever.
const WORKER_HEADERS = [
  { key: "cache-control", value: "no-cache" },
  { key: "service-worker-allowed", value: "/" },
];

// Security headers and the content policy: lib/server/front.
/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // Several builds can stand side by side (the tests build into a folder of their own).
  distDir: process.env.PLUMBLINE_DIST ?? ".next",
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  env: BUILD ? { PLUMBLINE_BUILD: BUILD } : {},
  reactStrictMode: true,
  // Nobody reads the server's maps, its code is read by no browser, and builds are kept whole by their sources' hash.
  experimental: {
    turbopackSourceMaps: false,
    turbopackFileSystemCacheForBuild: false,
    serverMinification: false,
  },
  poweredByHeader: false,
  // Personal data never passes an image optimiser, and no page needs one.
  images: { unoptimized: true },
  serverExternalPackages: [
    "@asteasolutions/zod-to-openapi",
    "@stdlib/stats-base-dists-beta",
    "@stdlib/stats-base-dists-chisquare",
    "@stdlib/stats-base-dists-f",
    "@stdlib/stats-base-dists-normal",
    "@stdlib/stats-base-dists-t",
    "csv-parse",
    "csv-stringify",
    "drizzle-orm",
    "exceljs",
    "nodemailer",
    "pg-boss",
    "pino",
    "postgres",
    "rate-limiter-flexible",
    "scimmy",
  ],
  async headers() {
    return [
      ...(BUILD ? [{ source: "/api/v1/:path*", headers: [BUILD_HEADER] }] : []),
      { source: "/sw.js", headers: WORKER_HEADERS },
    ];
  },
  // `npm run check` is the type gate; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
};
