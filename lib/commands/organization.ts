import { parseArgs } from "node:util";
import { connect } from "../../db/client";
import { migrate } from "../../db/migrate";
import { createOrganization } from "../../db/writes/organizations";
import { email, name } from "../contracts/values";
import { DEFAULT_RUBRIC } from "../domain/default-rubric";
import { Problem } from "../domain/errors";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "../domain/rubric";
import { openDatabase, runCommand } from "./command";

const USAGE = 'npm run organization -- "Name" --admin ada@example.com --admin-name "Ada Lovelace"';

/** npm run organization: the first one, with its first administrator, who joins at their first sign-in. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { admin: { type: "string" }, "admin-name": { type: "string" } },
  });
  const title = name.safeParse(positionals[0]);
  const admin = email.safeParse(values.admin);
  const adminName = name.safeParse(values["admin-name"] ?? values.admin);
  if (!title.success || !admin.success || !adminName.success)
    throw new Problem("INVALID", `Use it so: ${USAGE}`);

  const owned = await openDatabase();
  await migrate(owned.url);
  const database = connect(owned.url, { max: 1 });
  try {
    await createOrganization(database, {
      name: title.data,
      now: new Date(),
      admin: { name: adminName.data, email: admin.data },
      rubric: {
        content: DEFAULT_RUBRIC,
        weights: DEFAULT_WEIGHTS,
        fold: DEFAULT_FOLD,
        reason: "The rubric Plumbline ships with",
      },
    });
    console.log(`${title.data} is there. ${admin.data} becomes its administrator at the first sign-in`);
    return 0;
  } finally {
    await database.$client.end();
    await owned.stop();
  }
});
