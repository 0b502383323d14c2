/** One store's rows inside one transaction. Nothing but these may be awaited between them: the browser would end it. */
export class Table<Row, Key extends IDBValidKey> {
  readonly #store: IDBObjectStore;

  constructor(store: IDBObjectStore) {
    this.#store = store;
  }

  get(key: Key): Promise<Row | undefined> {
    return answerOf<Row | undefined>(this.#store.get(key));
  }

  /** In the order of the index. */
  listBy(index: string, range: IDBValidKey | IDBKeyRange): Promise<Row[]> {
    return answerOf<Row[]>(this.#store.index(index).getAll(range));
  }

  countBy(index: string, range: IDBValidKey | IDBKeyRange): Promise<number> {
    return answerOf(this.#store.index(index).count(range));
  }

  /** Rejects, and undoes the whole transaction, when there is such a row. */
  async add(row: Row): Promise<void> {
    await answerOf(this.#store.add(row));
  }

  async put(row: Row): Promise<void> {
    await answerOf(this.#store.put(row));
  }

  async delete(key: Key): Promise<void> {
    await answerOf(this.#store.delete(key));
  }

  /** Changes a row that is there; of one that is not, nothing is made. */
  async change(key: Key, changed: Partial<Row>): Promise<void> {
    const row = await this.get(key);
    if (row !== undefined) await this.put({ ...row, ...changed });
  }
}

/** A request's answer; what goes on in its `then` is still inside the transaction. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Does the work in a transaction and answers once it is over: all of it done, or, where anything failed, nothing. */
export async function inTransaction<T>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const over = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage took it back"));
  });
  try {
    const answer = await work(transaction);
    await over;
    return answer;
  } catch (cause) {
    over.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // Over already: it was the end of the transaction that failed.
    }
    throw cause;
  }
}
