import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { writeBackup } from "../../db/backup";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";

/** npm run backup -- FILE: every row as of one moment, while the app goes on working. */
await runCommand(async () => {
  const file = process.argv[2];
  if (!file) throw new Problem("INVALID", "Name the file to write: npm run backup -- FILE");
  const database = await openDatabase();
  try {
    // Only a whole backup gets the name that was asked for.
    const unfinished = `${file}.unfinished`;
    const zip = createGzip();
    const written = pipeline(zip, createWriteStream(unfinished, { mode: 0o600 }));
    const rows = await writeBackup(database.url, zip);
    zip.end();
    await written;
    await rename(unfinished, file);
    console.log(`${rows} rows in ${file}`);
    return 0;
  } finally {
    await database.stop();
  }
});
