import { seedDemo } from "@/db/seed/index";
import { startTestCluster } from "@/db/testing/cluster";
import { prepareTemplate } from "@/db/testing/database";
import { ensureBuilt } from "@/lib/commands/build/build";

/** One cluster and one template with the demo world for the run; each worker copies it. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt(console.log);
  const cluster = await startTestCluster();
  const template = await prepareTemplate(cluster.url, (url) => seedDemo(url, { today: new Date() }));
  return async () => {
    await template.drop();
    await cluster.stop();
  };
}
