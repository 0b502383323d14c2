import { ApiProblem } from "../api";
import type { SentOperation } from "../outbox-ports";
import type { ModelServer } from "./model-server";

export type Answer = ReturnType<ModelServer["apply"]>;

/** A request between a tab and the server: applied or not yet, answered or not yet. */
export interface Letter {
  operations: readonly SentOperation[];
  answer: Answer | null;
  resolve: (answer: Answer) => void;
  reject: (problem: ApiProblem) => void;
}

/** Everything on its way between the tabs and the server. */
export class ModelPost {
  online = true;
  readonly letters: Letter[] = [];
  readonly #sent: (readonly SentOperation[])[] = [];

  constructor(
    readonly server: ModelServer,
    readonly now: () => number,
    /** Told of each request that is lost before it arrived. */
    readonly onLost: (letter: Letter) => void,
  ) {}

  send(operations: readonly SentOperation[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const letter: Letter = { operations, answer: null, resolve, reject };
      if (this.online) this.letters.push(letter);
      else reject(noAnswer());
    });
  }

  /** A request arrives, the chosen one first: the server applies it. */
  arrive(choice: number): void {
    const under = this.letters.filter(({ answer }) => answer === null);
    const letter = pick(under, choice);
    if (!letter) return;
    letter.answer = this.server.apply(letter.operations, this.now());
    this.#sent.push(letter.operations);
  }

  /** An answer comes back, or is lost on its way. */
  answer(choice: number, how: "back" | "lost" | "busy"): void {
    const letter = pick(this.letters, choice);
    if (!letter) return;
    this.letters.splice(this.letters.indexOf(letter), 1);
    if (!letter.answer) this.onLost(letter);
    if (how === "back" && letter.answer) letter.resolve(letter.answer);
    else if (how === "busy" && !letter.answer)
      letter.reject(new ApiProblem("UNAVAILABLE", "Busy", { status: 503, retryAfterMs: 2_000 }));
    else letter.reject(noAnswer());
  }

  /** A request that was answered long ago is delivered once more. */
  duplicate(choice: number): void {
    const again = pick(this.#sent, choice);
    if (again) this.server.apply(again, this.now());
  }

  setOnline(online: boolean): void {
    this.online = online;
    if (!online) while (this.letters.length > 0) this.answer(0, "lost");
  }

  catchUp(...asked: Parameters<ModelServer["catchUp"]>): ReturnType<ModelServer["catchUp"]> {
    if (!this.online) throw noAnswer();
    return this.server.catchUp(...asked);
  }
}

function noAnswer(): ApiProblem {
  return new ApiProblem("NETWORK", "No answer", { retryable: true });
}

function pick<T>(all: readonly T[], choice: number): T | undefined {
  return all[choice % Math.max(1, all.length)];
}
