import { writeBackup } from "../../db/backup";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";
import { writeZipped } from "./zipped";

/** npm run backup -- FILE: every row as of one moment, while the app goes on working. */
await runCommand(async () => {
  const file = process.argv[2];
  if (!file) throw new Problem("INVALID", "Name the file to write: npm run backup -- FILE");
  const database = await openDatabase();
  try {
    const rows = await writeZipped(file, (to) => writeBackup(database.url, to));
    console.log(`${rows} rows in ${file}`);
    return 0;
  } finally {
    await database.stop();
  }
});
