import { startTestCluster } from "./cluster";
import { prepareTemplate } from "./database";

/** vitest's global setup for every project that needs records: one cluster and one migrated template a run. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const template = await prepareTemplate(cluster.url);
  return async () => {
    await template.drop();
    await cluster.stop();
  };
}
