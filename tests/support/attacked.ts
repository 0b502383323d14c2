import { createTestDatabase, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { type Product, serveProduct } from "./server";

/** Two organisations on one production server, and where its records are. */
export interface Attacked {
  records: TestDatabase;
  product: Product;
  ours: World;
  theirs: World;
  end(): Promise<void>;
}

/** @param name of this server's log */
export async function layOutAttack(
  name: string,
  variables: Parameters<typeof serveProduct>[2] = {},
): Promise<Attacked> {
  await ensureBuilt(console.log);
  const records = await createTestDatabase();
  const [ours, theirs] = [await layOutWorld(records.url, "Ours"), await layOutWorld(records.url, "Theirs")];
  const own = typeof variables === "function" ? variables : async () => variables;
  const product = await serveProduct(records.url, name, async (address) => ({
    LOG_LEVEL: "info",
    TRUSTED_PROXIES: "1",
    ...(await own(address)),
  }));
  return {
    records,
    product,
    ours,
    theirs,
    end: async () => {
      await product.stop();
      // Whatever a file of tests has done to it: the log holds ids, codes and durations, and no word about anybody.
      const told = await personalIn(product.log(), records);
      await ours.end();
      await theirs.end();
      await records.drop();
      if (told.length > 0) throw new Error(`The log of ${name} speaks of people: ${told.join(", ")}`);
    },
  };
}

/** Names, addresses and written words of the records that stand in a log. */
async function personalIn(log: string, records: TestDatabase): Promise<string[]> {
  const owner = openOwner(records);
  try {
    const rows = await owner<{ word: string | null }[]>`
      select name as word from memberships union select email from memberships union select name from candidates
      union select email from candidates union select email from users union select name from users
      union select identifier from verification_tokens union select body from evidence_notes
      union select reason from trap_flags union select reason from debrief_reasons union select rationale from decisions
      union select reason from amendments`;
    const words = rows.flatMap(({ word }) => (word && word.trim().length > 2 ? [word.trim()] : []));
    const plain = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return words.filter((word) => new RegExp(`(?<![\\w-])${plain(word)}(?![\\w-])`).test(log));
  } finally {
    await owner.end();
  }
}
