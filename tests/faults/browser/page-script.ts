/** What the script below tells; `page` words come in the order in which they happened there. */
export type Word =
  /** These operations are on this browser's disk; the state line said `line` at that moment. */
  | { kind: "kept"; opIds: string[]; line: string | null }
  /** The state line says something else now. */
  | { kind: "line"; line: string | null }
  /** The last requests of a page that was left: nobody outside hears of them, so the next page tells. */
  | { kind: "last"; requests: { address: string; body: string }[] };

export type LastRequest = Extract<Word, { kind: "last" }>["requests"][number];

/**
 * Runs in every page before its own scripts, and touches nothing of them: it looks at what reaches the disk, and at what
 * the state line says. Self-contained, because it travels into the page as text.
 */
export function watchPage(lines: readonly string[]): void {
  const tell = (word: Word) => {
    const witness: unknown = Reflect.get(window, "tellWitness");
    if (typeof witness === "function") void witness(JSON.stringify(word));
  };
  const lineNow = () => {
    for (const one of document.querySelectorAll("p[role=status]"))
      if (lines.includes(one.textContent ?? "")) return one.textContent;
    return null;
  };

  const SHELF = "witness-last-requests";
  const shelved = (): LastRequest[] => JSON.parse(localStorage.getItem(SHELF) ?? "[]");
  // A page without an origin has no shelf, and sends nothing either.
  if (location.protocol.startsWith("http")) {
    const requests = shelved();
    localStorage.removeItem(SHELF);
    if (requests.length > 0) tell({ kind: "last", requests });
  }
  const send = window.fetch;
  window.fetch = function (...asked) {
    const [address, options] = asked;
    if (options?.keepalive && typeof options.body === "string")
      localStorage.setItem(
        SHELF,
        JSON.stringify([...shelved(), { address: String(address), body: options.body }]),
      );
    return send.apply(this, asked);
  };

  const add = IDBObjectStore.prototype.add;
  const inTransaction = new WeakMap<IDBTransaction, string[]>();
  IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey) {
    const opId: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "opId") : null;
    if (this.name === "operations" && typeof opId === "string") {
      const known = inTransaction.get(this.transaction);
      if (known) known.push(opId);
      else {
        const opIds = [opId];
        inTransaction.set(this.transaction, opIds);
        this.transaction.addEventListener("complete", () => tell({ kind: "kept", opIds, line: lineNow() }));
      }
    }
    return add.call(this, value, key);
  };

  let said: string | null = null;
  new MutationObserver(() => {
    const line = lineNow();
    if (line === said) return;
    said = line;
    tell({ kind: "line", line });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
