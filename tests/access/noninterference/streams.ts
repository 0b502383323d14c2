import { type EventStream, openStream } from "../../support/event-stream";
import type { TwoServers } from "./two-servers";
import type { House } from "./worlds";

/** The live events of everybody in a house, in both worlds, from the first on and for as long as the servers run. */
export interface HouseStreams {
  blind: Record<string, readonly [EventStream, EventStream]>;
  /** Of the one who may know, in the left world. */
  sees: EventStream;
}

/** Opened before anything is read, so that what reading itself might tell is heard as well. */
export async function openStreams(servers: TwoServers, house: House): Promise<HouseStreams> {
  const blind: HouseStreams["blind"] = {};
  for (const [name, { cookie }] of Object.entries(house.blind))
    blind[name] = [
      await openStream(servers.addresses[0], cookie, 0),
      await openStream(servers.addresses[1], cookie, 0),
    ];
  return { blind, sees: await openStream(servers.addresses[0], house.sees.cookie, 0) };
}

/** What came over a stream; a heartbeat comes by the clock, and is nobody's word. */
export const toldBy = (stream: EventStream): string => stream.text().replaceAll(": still here\n\n", "");
