declare global {
  // One set a process, also when the bundler loads this module more than once.
  var plumblineStreams: Set<() => void> | undefined;
  var plumblineStops: boolean | undefined;
}

/** Remembers how to end a stream that would otherwise stay open for ever; answers how to forget it. */
export function endAtStop(end: () => void): () => void {
  globalThis.plumblineStreams ??= new Set();
  const streams = globalThis.plumblineStreams.add(end);
  return () => streams.delete(end);
}

/** Whether this process has been told to stop. */
export function isStopping(): boolean {
  return globalThis.plumblineStops === true;
}

/**
 * A server told to stop takes nothing new and waits for what is under way. A stream of events is under way for ever: it
 * is ended here, and its page comes back to the next server with the number of the last event it has.
 */
export function endStreamsAtStop(): void {
  const end = () => {
    globalThis.plumblineStops = true;
    for (const each of [...(globalThis.plumblineStreams ?? [])]) each();
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
