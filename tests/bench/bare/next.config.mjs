import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // Three folders up is the checkout, here and in .cache/bench/bare, where this app is built.
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
  poweredByHeader: false,
  serverExternalPackages: ["postgres"],
  typescript: { ignoreBuildErrors: true },
};
