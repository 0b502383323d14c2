import { backoffMs } from "./backoff";

/** Long enough for a word to end, short enough that nobody looks for a button. */
const PAUSE_MS = 700;

export interface DraftState<Text> {
  text: Text;
  /** The server has exactly this text. */
  saved: boolean;
  saving: boolean;
  /** Why it is not saved, in words. */
  problem: string | null;
  revision: number;
}

/** What the world outside gives a saver. */
export interface DraftWorld<Text> {
  /** Saves what somebody may save, or says in words what is wrong with it. */
  send(text: Text, revision: number): Promise<number>;
  /** Keeps what is not saved yet over a reload; null: nothing is left to keep. */
  keep(unsaved: { text: Text; revision: number } | null): void;
  after(ms: number, run: () => void): () => void;
  /** The same call again may succeed. */
  isPassing(error: unknown): boolean;
  chance(): number;
}

export interface DraftSaver<Text> {
  read(): DraftState<Text>;
  subscribe(listener: () => void): () => void;
  type(text: Text): void;
  /** Sends what is typed without waiting for the pause. The revision that has it, or null when it was not taken. */
  flush(): Promise<number | null>;
  /** Nothing is left to save: the draft is gone. */
  stop(): void;
}

/**
 * Saves a draft as it is typed, one request at a time, for as long as the window lives: leaving the page by a link takes
 * nothing along. A refusal keeps the text here and is said; a network that is away is tried again.
 */
export function draftSaver<Text>(
  begin: Pick<DraftState<Text>, "text" | "revision" | "saved">,
  world: DraftWorld<Text>,
): DraftSaver<Text> {
  let state: DraftState<Text> = { ...begin, saving: false, problem: null };
  const listeners = new Set<() => void>();
  let unplan = () => {};
  let sending: Promise<number | null> | null = null;
  let failures = 0;

  function set(part: Partial<DraftState<Text>>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }
  function plan(ms: number): void {
    unplan();
    unplan = world.after(ms, () => void flush());
  }
  async function send(): Promise<number | null> {
    const { text, revision } = state;
    set({ saving: true });
    try {
      const next = await world.send(text, revision);
      failures = 0;
      const saved = state.text === text;
      set({ revision: next, saved, saving: false, problem: null });
      world.keep(saved ? null : { text: state.text, revision: next });
      return saved ? next : send();
    } catch (error) {
      set({ saving: false, problem: error instanceof Error ? error.message : "It was not saved" });
      if (world.isPassing(error)) {
        failures += 1;
        plan(backoffMs(failures, world.chance()));
      }
      return null;
    }
  }
  function flush(): Promise<number | null> {
    unplan();
    if (sending) return sending;
    if (state.saved) return Promise.resolve(state.revision);
    sending = send().finally(() => {
      sending = null;
    });
    return sending;
  }

  if (!state.saved) plan(0);
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(text) {
      set({ text, saved: false });
      world.keep({ text, revision: state.revision });
      plan(PAUSE_MS);
    },
    flush,
    stop() {
      unplan();
      set({ saved: true });
      world.keep(null);
    },
  };
}
