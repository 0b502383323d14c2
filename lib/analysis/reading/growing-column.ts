/** A typed column that doubles as it grows: a million rows never exist as a million objects. */
export class GrowingColumn<T extends Int32Array | Float64Array> {
  private values: T;
  length = 0;

  constructor(private readonly make: (length: number) => T) {
    this.values = make(4096);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.make(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** The values so far, in a column of their own size. */
  finish(): T {
    const result = this.make(this.length);
    result.set(this.values.subarray(0, this.length));
    return result;
  }
}

/** Labels numbered in the order they appear. */
export class Labels {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(label: string): number {
    const known = this.numbers.get(label);
    if (known !== undefined) return known;
    this.numbers.set(label, this.names.length);
    return this.names.push(label) - 1;
  }
}
