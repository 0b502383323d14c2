import { connect } from "../../../db/client";
import { withIdentity } from "../../../db/context";
import { openRuntimeLogin } from "../../../db/login";
import { migrate } from "../../../db/migrate";
import { type CastMember, listCast } from "../../../db/queries/cast";
import { seedDemo } from "../../../db/seed/index";
import { holdsOthers } from "../../../db/seed/others";
import { Problem } from "../../domain/errors";

/**
 * Brings a database to the newest schema with the demo world in it, once. Answers the app's own URL and who can sign in.
 * Somebody's server with records of their own is refused: in the demo, a click signs in as whom you please.
 */
export async function layOutDemo(
  ownerUrl: string,
  today: Date,
): Promise<{ url: string; cast: CastMember[] }> {
  if (process.env.DATABASE_URL && (await holdsOthers(ownerUrl)))
    throw new Problem(
      "FORBIDDEN",
      "This database holds an organisation of its own: the demo needs a database to itself",
    );
  await migrate(ownerUrl);
  await seedDemo(ownerUrl, { today });
  const url = await openRuntimeLogin(ownerUrl);
  const database = connect(url, { max: 1 });
  try {
    return { url, cast: await withIdentity(database, listCast) };
  } finally {
    await database.$client.end();
  }
}
