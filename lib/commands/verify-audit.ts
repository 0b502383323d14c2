import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { lostHeads, verifyAuditChains } from "../../db/audit-heads";
import { connect, type Database } from "../../db/client";
import { Problem } from "../domain/errors";
import { openDatabase, runCommand } from "./command";
import { publishedHeads } from "./verify-audit/published-heads";

/**
 * npm run verify-audit [-- --log FILE]: every organisation's hash chain, from its first row to its head, and whether it
 * passes through the heads that the server's log said; code 1 when one is broken or does not.
 */
await runCommand(async () => {
  const { log } = parseArgs({ options: { log: { type: "string" } } }).values;
  if (log !== undefined && !existsSync(log)) throw new Problem("INVALID", `There is no log ${log}`);
  const owned = await openDatabase();
  const database = connect(owned.url, { max: 1 });
  try {
    const broken = await brokenChains(database);
    const lost = log === undefined ? 0 : await lostFrom(database, log);
    return broken + lost === 0 ? 0 : 1;
  } finally {
    await database.$client.end();
    await owned.stop();
  }
});

async function brokenChains(database: Database): Promise<number> {
  const heads = await verifyAuditChains(database);
  for (const { organizationId, rows, hash, brokenAt } of heads) {
    const verdict = brokenAt === null ? "whole" : `BROKEN at row ${brokenAt}`;
    console.log(`${organizationId}  ${rows} rows  head ${hash}  ${verdict}`);
  }
  const broken = heads.filter((head) => head.brokenAt !== null).length;
  console.log(
    broken === 0 ? `${heads.length} chains are whole` : `${broken} of ${heads.length} chains are broken`,
  );
  return broken;
}

async function lostFrom(database: Database, log: string): Promise<number> {
  const published = await publishedHeads(log);
  const lost = await lostHeads(database, published);
  for (const { organizationId, rows, hash } of lost)
    console.log(`${organizationId}  REWRITTEN at row ${rows} or before: its head was said to be ${hash}`);
  console.log(`${published.length - lost.length} of ${published.length} published heads stand`);
  return lost.length;
}
