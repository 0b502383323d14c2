import { brokenInvariants, INVARIANTS } from "../../db/invariants";
import { openDatabase, runCommand } from "./command";

/** npm run invariants: what must never be false, asked of the database as it stands. */
await runCommand(async () => {
  const owned = await openDatabase();
  try {
    const broken = await brokenInvariants(owned.url);
    for (const { invariant, rows, first } of broken) {
      console.error(`broken: ${invariant} (${rows} rows, the first ${JSON.stringify(first)})`);
    }
    console.log(
      `${Object.keys(INVARIANTS).length - broken.length} of ${Object.keys(INVARIANTS).length} invariants hold`,
    );
    return broken.length === 0 ? 0 : 1;
  } finally {
    await owned.stop();
  }
});
