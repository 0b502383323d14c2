import { randomUUID } from "node:crypto";
import { connect } from "./client";

/** Where the trigger `tell_change` says which organisation changed. */
const CHANNEL = "plumbline_changes";
/** How often the listening connection is tried by hearing its own voice. */
const CHECK_MS = 5_000;
/** Deaf for this long is lost: the driver itself gives up listening when a server stays away. */
const DEAF_MS = 3 * CHECK_MS;
/** Ending a lost connection waits for nobody. */
const END_TIMEOUT_S = 1;

/**
 * Hears which organisations change, on one connection of its own, whatever becomes of it in between.
 * @param url must lead to PostgreSQL itself: a pool in transaction mode passes no notifications on
 * @param onChange with the organisation's id, after its transaction has committed
 * @param onHearing whenever listening begins (again): what was said in between was missed
 */
export function listenForChanges(
  url: string,
  onChange: (organizationId: string) => void,
  onHearing: () => void,
): { stop(): Promise<void> } {
  const echo = `echo ${randomUUID()}`;
  let heardAt = Date.now();
  let client = begin();
  const timer = setInterval(check, CHECK_MS);
  timer.unref();

  function begin() {
    const { $client } = connect(url, { max: 1 });
    const hear = (said: string) => {
      if (said === echo) heardAt = Date.now();
      else if (!said.startsWith("echo ")) onChange(said);
    };
    // A server that is away is noticed by the silence that follows.
    $client.listen(CHANNEL, hear, onHearing).catch(() => {});
    return $client;
  }

  function check(): void {
    if (Date.now() - heardAt <= DEAF_MS) {
      client.notify(CHANNEL, echo).catch(() => {});
      return;
    }
    heardAt = Date.now();
    client.end({ timeout: END_TIMEOUT_S }).catch(() => {});
    client = begin();
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await client.end({ timeout: END_TIMEOUT_S });
    },
  };
}
