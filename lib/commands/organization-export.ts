import { parseArgs } from "node:util";
import { connect } from "../../db/client";
import { withIdentity, withOrganizationItself } from "../../db/context";
import { writeOrganization } from "../../db/organization-file/write";
import { listOrganizations } from "../../db/queries/organizations";
import { audit } from "../../db/writes/audit";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";
import { writeZipped } from "./zipped";

const USAGE = 'npm run organization:export -- --organization "Name or id" --to FILE';

/** npm run organization:export: one organisation whole, into a file that another deployment takes in. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { organization: { type: "string" }, to: { type: "string" } } });
  const { organization: wanted, to: file } = values;
  if (!wanted || !file) throw new Problem("INVALID", `Use it so: ${USAGE}`);
  const owned = await openDatabase();
  try {
    const organization = await beginExport(owned.url, wanted);
    const { rows, sha256 } = await writeZipped(file, (to) =>
      writeOrganization(owned.url, organization.id, to),
    );
    console.log(`${organization.name}: ${rows} rows in ${file}, sha256 ${sha256}`);
    console.log(
      "It holds every score, also those that somebody is still to score beside: keep it as you keep a backup",
    );
    return 0;
  } finally {
    await owned.stop();
  }
});

/** Finds the organisation, and writes the deed into its chain before the file is made: the file holds it too. */
async function beginExport(ownerUrl: string, wanted: string): Promise<{ id: string; name: string }> {
  const database = connect(ownerUrl, { max: 1 });
  try {
    const all = await withIdentity(database, listOrganizations);
    const found = all.filter(({ id, name }) => id === wanted || name === wanted);
    const [organization] = found;
    if (!organization) throw new Problem("NOT_FOUND", `There is no organisation "${wanted}" here`);
    if (found.length > 1)
      throw new Problem("CONFLICT", `Say which by its id: ${found.map(({ id }) => id).join(", ")}`);
    const { id } = organization;
    await withOrganizationItself(database, id, (tx) =>
      audit(
        { tx, now: new Date() },
        { action: "organization.export", subjectKind: "organization", subjectId: id },
      ),
    );
    return organization;
  } finally {
    await database.$client.end();
  }
}
