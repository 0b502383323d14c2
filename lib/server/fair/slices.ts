import PQueue from "p-queue";
import { env } from "../env";
import { isLane } from "./lane";
import { LONG_FILE_MS, noteLongFile } from "./long-files";
import { inPace, restingAfter, restOf } from "./pace";
import { Shares, shares } from "./shares";

/** As long as this a lane works on a file before anybody else has a turn. A piece can be a row, and rows are many. */
const SLICE_MS = 10;

interface Files {
  /** Apart from what else an organisation takes: a long file makes none of its people wait for their turn. */
  taken: Shares;
  /** One at a time: those that take what they need, and those of organisations that have had their share. */
  working: PQueue;
  resting: PQueue;
}

declare global {
  // One a process, also when the bundler loads this module more than once: several routes give files.
  var plumblineFiles: Files | undefined;
}

function files(): Files {
  globalThis.plumblineFiles ??= {
    taken: new Shares(env().ORGANIZATION_SHARE),
    working: new PQueue({ concurrency: 1 }),
    resting: new PQueue({ concurrency: 1 }),
  };
  return globalThis.plumblineFiles;
}

/**
 * The pieces of a file, one or several at once: between two slices everybody else has a turn. Where there are
 * others, an organisation that takes more than its share with files has them in turn with its reports, and rests after
 * each slice; a small file of anybody else does not wait for that.
 */
export async function* inSlices<T>(organizationId: string, pieces: AsyncIterable<T>): AsyncGenerator<T[]> {
  const from = pieces[Symbol.asyncIterator]();
  const { taken, working } = files();
  let tookMs = 0;
  const slice = (forMs: number) => async () => {
    const began = performance.now();
    const end = taken.begin(organizationId, began);
    try {
      return await sliceOf(from, forMs);
    } finally {
      end(performance.now());
      tookMs += performance.now() - began;
      if (tookMs > LONG_FILE_MS) noteLongFile(organizationId, performance.now());
    }
  };
  try {
    for (;;) {
      const isOver = taken.isOver(organizationId, performance.now());
      const next = await (isOver && othersAreThere(organizationId)
        ? withRest(slice(SLICE_MS))
        : working.add(slice(isLane() ? SLICE_MS : 0)));
      if (next.length === 0) return;
      yield next;
    }
  } finally {
    await from.return?.();
  }
}

/** A lane is for where there are others. */
function othersAreThere(organizationId: string): boolean {
  return isLane() || shares().hasCompany(organizationId, performance.now());
}

/** Reports go first: somebody waits for those. */
function withRest<T>(slice: () => Promise<T>): Promise<T> {
  const inTurn = () => inPace(slice, restOf(env().ORGANIZATION_SHARE));
  return files().resting.add(() => restingAfter(inTurn, 1));
}

/** What comes next: a piece, and those that come within the time. Empty at the end. */
export async function sliceOf<T>(pieces: AsyncIterator<T>, forMs: number): Promise<T[]> {
  const slice: T[] = [];
  const until = performance.now() + forMs;
  do {
    const piece = await pieces.next();
    if (piece.done) break;
    slice.push(piece.value);
  } while (performance.now() < until);
  return slice;
}
