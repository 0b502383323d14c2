import { v7 } from "uuid";

/** One request that makes no sense. */
export interface Tried {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

const HUGE = "9".repeat(400);

/** Values that no field asks for, among them those that a database cannot keep. */
export const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 1e308, 2 ** 31, 2 ** 53],
  ...["", " ", "\u0000", "\ud800", HUGE, "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
  ...[[], [[]], {}, { a: {} }],
];

/** What may stand where an id belongs in an address. An escape that cannot be decoded is Next's own to refuse. */
export const IDS: readonly string[] = [
  ...[v7(), v7().toUpperCase(), "0", "-1", "null", "%00", "%F0%9F%92%A9", "..%2f..", "'--", HUGE],
];

/** Bodies for an address that takes these keys: wrong values, wrong JSON, wrong types, too deep. */
export function oddBodies(keys: readonly string[]): Pick<Tried, "headers" | "body">[] {
  const wrong = VALUES.flatMap((value) => [
    value,
    ...keys.map((key) => ({ [key]: value })),
    { ...Object.fromEntries(keys.map((key) => [key, value])), more: value },
  ]);
  const texts = ["", " ", "{", "\ufeff{}", '{"__proto__":{"a":1}}', "[".repeat(100_000)];
  const types = ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""];
  return [
    ...[
      ...wrong.map((value) => JSON.stringify(value)),
      ...texts,
      `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
    ].map((body) => ({ headers: { "content-type": "application/json" }, body })),
    ...types.map((type) => ({ headers: { "content-type": type }, body: "{}" })),
    { headers: { "content-type": "application/json", origin: "null" }, body: "{}" },
  ];
}

/** `whole` with one part of it replaced: every part, by every value. */
export function spoiled(whole: object, values: readonly unknown[]): object[] {
  return Object.entries(whole).flatMap(([key, part]: [string, unknown]) => [
    ...values.map((value) => ({ ...whole, [key]: value })),
    ...(part !== null && typeof part === "object"
      ? spoiled(part, values).map((inner) => ({ ...whole, [key]: inner }))
      : []),
  ]);
}

const HEADER = ["opening", "candidate", "rater", "dimension", "score", "at", "evidence", "email"];
const ROW = ["Odd", "Nia", "Ben", "fix", "3", "2026-06-30T10:00Z", "said so", "nia@example.com"];
const CELLS = [
  ...["", "0", "-0", "3.0", "1e9", "Infinity", "٣", "−−", "=1+1", "0000-00-00", "+275760-09-13"],
  ...["\u0000", "\ud800", "\u202e", HUGE, "x".repeat(200), '"a""b\nc"'],
];
/** Ratings, interviews and candidates, by the columns that tell them apart. */
const KINDS = [
  [0, 1, 2, 3, 4, 5, 6],
  [0, 1, 2, 5],
  [0, 1, 7],
];

/** CSV files with one odd cell each, and files that are none. */
export function oddFiles(): string[] {
  const files = HEADER.flatMap((_, at) =>
    CELLS.flatMap((cell) =>
      KINDS.map((kept) =>
        [HEADER, ROW.map((each, i) => (i === at ? cell : each))]
          .map((line) => kept.map((i) => line[i]).join(","))
          .join("\n"),
      ),
    ),
  );
  return [...files, "\n\n", ",,,\n,,,", "\ufeff", '"', "candidate\n".repeat(3)];
}
