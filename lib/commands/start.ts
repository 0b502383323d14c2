import { existsSync } from "node:fs";
import { Problem } from "../domain/errors";
import { STANDALONE_SERVER } from "./build/build";
import { runCommand } from "./command";
import { requireFreePort, serve, wishedHost, wishedPort } from "./serve";

const NEEDED = ["DATABASE_URL", "AUTH_SECRET", "AUTH_URL"];

/** npm start: the built server in production, on the environment it is given; it migrates and seeds nothing. */
await runCommand(async () => {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Problem("INVALID", `Set ${missing.join(", ")} first (README, "In production")`);
  if (!existsSync(STANDALONE_SERVER)) throw new Problem("INVALID", "There is no build yet: npm run build");

  const [port, host] = [wishedPort(), wishedHost()];
  await requireFreePort(port, host);
  const served = await serve({ port, host, env: process.env });
  console.log(`Ready: ${served.address}`);
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      asked = true;
      void served.stop();
    });
  const code = await served.ended;
  // Next's server ends with the signal's code; having stopped when asked is no failure.
  return asked ? 0 : code;
});
