/**
 * Runs work of one name one at a time. Asked while it runs it is not begun beside itself; with `again` it runs once
 * more afterwards, since what is on its way may have been read before the change that asked.
 */
export function oneAtATime(): (name: string, again: boolean, work: () => Promise<void>) => Promise<void> {
  const running = new Map<string, boolean>();
  return async (name, again, work) => {
    if (running.has(name)) {
      if (again) running.set(name, true);
      return;
    }
    do {
      running.set(name, false);
      try {
        await work();
      } catch (cause) {
        running.delete(name);
        throw cause;
      }
    } while (running.get(name));
    running.delete(name);
  };
}
