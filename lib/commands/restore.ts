import { existsSync } from "node:fs";
import { readBackup } from "../../db/backup";
import { brokenInvariants } from "../../db/invariants";
import { migrate } from "../../db/migrate";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";
import { readZipped } from "./zipped";

/** npm run restore -- FILE: a backup into an empty database, all or nothing, then checked by the records' invariants. */
await runCommand(async () => {
  const file = process.argv[2];
  if (!file || !existsSync(file))
    throw new Problem("INVALID", "Name a backup to read: npm run restore -- FILE");
  const database = await openDatabase();
  try {
    await migrate(database.url);
    const rows = await readZipped(file, (from) => readBackup(database.url, from));
    const broken = await brokenInvariants(database.url);
    if (broken.length > 0)
      throw new Problem("CONFLICT", `Restored, but: ${broken.map((one) => one.invariant).join("; ")}`);
    console.log(`${rows} rows restored from ${file}; the records agree with themselves`);
    console.log("Candidates erased since it was written are back: erase them again (README, Privacy)");
    return 0;
  } finally {
    await database.stop();
  }
});
