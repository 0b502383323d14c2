import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../db/client";
import { withIdentity, withOrganization } from "../../db/context";
import { migrate } from "../../db/migrate";
import { type CastMember, listCastAndInvited } from "../../db/queries/cast";
import type { ImportPreview } from "../contracts/imports";
import { Problem } from "../domain/errors";
import { mayImport } from "../domain/roles";
import { previewImport } from "../services/imports/preview-import";
import { runImport } from "../services/imports/run-import";
import { openDatabase, runCommand } from "./command";

const USAGE = "npm run import -- FILE.csv [--opening TITLE] [--as NAME] [--organization NAME] [--preview]";

/** npm run import: a file of candidates, interviews or ratings, through the same verb as the page. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      opening: { type: "string" },
      as: { type: "string" },
      organization: { type: "string" },
      preview: { type: "boolean", default: false },
    },
  });
  const file = positionals[0];
  if (!file) throw new Problem("INVALID", `Name a file: ${USAGE}`);
  const csv = textOf(file);
  const openingTitle = values.opening ?? basename(file).replace(/\.\w+$/, "");

  const owned = await openDatabase();
  await migrate(owned.url);
  // Each transaction steps down to the app's role: the owner's connection sees no more than that.
  const database = connect(owned.url, { max: 2 });
  try {
    const member = chooseMember(await withIdentity(database, listCastAndInvited), values);
    const acting = {
      organization: member.organization,
      member: { id: member.memberId, name: member.name, roles: member.roles },
      now: new Date(),
    };
    const seen = await withOrganization(database, acting, (ctx) => previewImport(ctx, { csv, openingTitle }));
    print(seen);
    if (seen.problemCount > 0) {
      console.error(`${seen.problemCount} lines cannot be read. Nothing was written`);
      return 1;
    }
    const changes = Object.values(seen.creates).some((count) => count > 0);
    if (values.preview || !changes) return 0;
    await withOrganization(database, acting, (ctx) => runImport(ctx, { csv, openingTitle }));
    console.log(`Done, as ${member.name} of ${member.organization.name}`);
    return 0;
  } finally {
    await database.$client.end();
    await owned.stop();
  }
});

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Problem("NOT_FOUND", `Cannot read ${file}`, {}, cause);
  }
}

/** Imports are somebody's deed: the first member who may, unless one is named. */
function chooseMember(
  cast: readonly CastMember[],
  wanted: { as?: string | undefined; organization?: string | undefined },
): CastMember {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const here = cast.filter(
    ({ organization }) => !wanted.organization || same(organization.name, wanted.organization),
  );
  const organizations = [...new Set(here.map(({ organization }) => organization.name))];
  if (organizations.length > 1) {
    throw new Problem(
      "INVALID",
      `Several organisations are here (${organizations.join(", ")}): choose with --organization`,
    );
  }
  const member = here.find(({ name, roles }) => mayImport(roles) && (!wanted.as || same(name, wanted.as)));
  if (member) return member;
  throw new Problem(
    "NOT_FOUND",
    wanted.as
      ? `Nobody called ${wanted.as} here may import`
      : "Nobody here may import yet: run `npm run demo` once, or make an organisation with `npm run organization`",
  );
}

function print({ notes, creates, unchanged, problems }: ImportPreview): void {
  for (const note of notes) console.log(note);
  const made = Object.entries(creates).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${count === 1 ? what.slice(0, -1) : what}`] : [],
  );
  console.log(`New: ${made.join(", ") || "nothing"}. There already: ${unchanged}.`);
  for (const { line, message } of problems) console.error(`line ${line}: ${message}`);
}
