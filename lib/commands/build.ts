import { ensureBuilt } from "./build/build";
import { runCommand } from "./command";

/** npm run build: the production build, reused where nothing changed. */
await runCommand(async () => {
  const built = await ensureBuilt(console.log);
  console.log(built ? "Built: .next/standalone" : "Nothing changed since the last build: .next/standalone");
  return 0;
});
