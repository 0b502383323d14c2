import { verifyAuditChains } from "../../db/audit-heads";
import { connect } from "../../db/client";
import { openDatabase, runCommand } from "./command";

/** npm run verify-audit: every organisation's hash chain, from its first row to its head; code 1 when one is broken. */
await runCommand(async () => {
  const owned = await openDatabase();
  const database = connect(owned.url, { max: 1 });
  try {
    const heads = await verifyAuditChains(database);
    for (const { organizationId, rows, hash, brokenAt } of heads) {
      const verdict = brokenAt === null ? "whole" : `BROKEN at row ${brokenAt}`;
      console.log(`${organizationId}  ${rows} rows  head ${hash}  ${verdict}`);
    }
    const broken = heads.filter((head) => head.brokenAt !== null).length;
    console.log(
      broken === 0 ? `${heads.length} chains are whole` : `${broken} of ${heads.length} chains are broken`,
    );
    return broken === 0 ? 0 : 1;
  } finally {
    await database.$client.end();
    await owned.stop();
  }
});
