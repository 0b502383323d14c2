import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { migrate } from "../../db/migrate";
import { readOrganization } from "../../db/organization-file/read";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";
import { readZipped } from "./zipped";

/** npm run organization:import: an organisation's file beside what is here, all or nothing. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: "string" } } });
  const file = values.from;
  if (!file || !existsSync(file))
    throw new Problem("INVALID", "Name a file to read: npm run organization:import -- --from FILE");
  const owned = await openDatabase();
  try {
    await migrate(owned.url);
    const { organization, rows, sha256, people, known } = await readZipped(file, (from) =>
      readOrganization(owned.url, from),
    );
    console.log(
      `${organization.name} is here: ${rows} rows, sha256 ${sha256}; its records agree with themselves`,
    );
    console.log(
      `${known} of its ${people} people had an account here. Everybody signs in anew; API tokens are made anew`,
    );
    console.log(
      "Candidates erased there since the file was written are back: erase them again (README, Privacy)",
    );
    return 0;
  } finally {
    await owned.stop();
  }
});
