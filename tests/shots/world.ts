import { join } from "node:path";
import setup from "../e2e/global-setup";
import { type RunningWorld, startWorld } from "../e2e/world";

/** Demo worlds for the pictures: the same build, template and server as the journeys use, as many as are asked for. */
export interface ShownWorlds {
  begin(): Promise<RunningWorld>;
  end(): Promise<void>;
}

export async function startShownWorlds(): Promise<ShownWorlds> {
  const tearDown = await setup();
  return { begin: () => startWorld(join("shots", "server.log")), end: tearDown };
}
