import { parseArgs } from "node:util";
import { startTestCluster } from "@/db/testing/cluster";
import { prepareTemplate } from "@/db/testing/database";
import { runCommand } from "@/lib/commands/command";
import { compareWorlds } from "./compare";

/** npm run noninterference -- --pairs N --seed S: prints the bytes that differ; code 1 unless there are none. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { pairs: { type: "string", default: "30" }, seed: { type: "string", default: "1" } },
  });
  const [pairs, seed] = [Number(values.pairs), Number(values.seed)];
  const cluster = await startTestCluster();
  try {
    await prepareTemplate(cluster.url);
    const { requests, bytes, differing, first, control } = await compareWorlds({
      pairs,
      seed,
      everything: true,
    });
    console.log(`${pairs} pairs of worlds, seed ${seed}: ${requests} requests, ${bytes} bytes compared`);
    console.log(`${control.differing} of ${control.of} readings differ for the one who may know`);
    console.log(`${differing} bytes differ for those who must not`);
    if (first) console.log(first);
    return differing === 0 && control.differing > 0 ? 0 : 1;
  } finally {
    await cluster.stop();
  }
});
