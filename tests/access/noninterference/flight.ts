import { createHash } from "node:crypto";

const PIECE = /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;
/** A row that another names: `"$1f"`, `"$L1f"`, `"$1f:props:children"`. */
const NAMED = /"\$([A-Za-z@]?)([0-9a-f]+)(?=[":])/g;
const TEXT = "T".charCodeAt(0);

/**
 * A page without the moment it was rendered in. React sends the rows of a page when they are ready and numbers them in
 * that order; here each row stands for itself, with the content of what it names in place of the number, and all are
 * sorted. What a row says, and what it points at, is compared; when it was ready is not.
 *
 * @param type of the answer; anything but a page or its data comes back as it is
 */
export function withoutMoment(body: string, type: string): string {
  if (type.startsWith("text/x-component")) return steady(body);
  if (!type.startsWith("text/html")) return body;
  const pieces = [...body.matchAll(PIECE)].map(([, text]) => JSON.parse(text ?? '""') as string);
  return `${body.replaceAll(PIECE, "")}\n${steady(pieces.join(""))}`;
}

function steady(flight: string): string {
  const rows = rowsOf(Buffer.from(flight, "utf8"));
  const byNumber = new Map<string, string>();
  for (const [number, row] of rows) byNumber.set(number, `${byNumber.get(number) ?? ""}\n${row}`);
  const known = new Map<string, string>();
  const contentOf = (number: string): string => {
    const found = known.get(number);
    if (found !== undefined) return found;
    // A row that names itself on the way stands for its place only.
    known.set(number, "itself");
    const content = createHash("sha256")
      .update(resolved(byNumber.get(number) ?? ""))
      .digest("hex");
    known.set(number, content);
    return content;
  };
  const resolved = (row: string): string =>
    row.replace(NAMED, (_, kind: string, number: string) => `"$${kind}{${contentOf(number)}}`);
  return rows
    .map(([, row]) => resolved(row))
    .sort()
    .join("\n");
}

/** Number and content of every row; a text row says how many bytes it has, any other ends with its line. */
function rowsOf(flight: Buffer): [number: string, row: string][] {
  const rows: [string, string][] = [];
  for (let at = 0; at < flight.length; ) {
    const colon = flight.indexOf(":", at);
    if (colon < 0) break;
    const number = flight.toString("utf8", at, colon);
    let [from, end] = [colon + 1, flight.indexOf("\n", colon)];
    let next = end + 1;
    if (flight[from] === TEXT) {
      const comma = flight.indexOf(",", from);
      const bytes = Number.parseInt(flight.toString("utf8", from + 1, comma), 16);
      from = comma + 1;
      next = end = from + bytes;
    } else if (end < 0) next = end = flight.length;
    rows.push([number, flight.toString("utf8", from, end)]);
    at = next;
  }
  return rows;
}
