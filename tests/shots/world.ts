import { join } from "node:path";
import setup from "../e2e/global-setup";
import { type RunningWorld, startWorld } from "../e2e/world";

/** A demo world for the pictures: the same build, template and server as the journeys use. */
export async function startShownWorld(): Promise<RunningWorld> {
  const tearDown = await setup();
  const world = await startWorld(join("shots", "server.log"));
  return {
    ...world,
    end: async () => {
      await world.end();
      await tearDown();
    },
  };
}
