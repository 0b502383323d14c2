/** What the script below tells; `page` words come in the order in which they happened there. */
export type Word =
  /** These operations are on this browser's disk; the state line said `line` at that moment. */
  | { kind: "kept"; opIds: string[]; line: string | null }
  /** The state line says something else now. */
  | { kind: "line"; line: string | null };

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
