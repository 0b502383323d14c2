import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvFileName, toCsv } from "./csv";
import { cellText } from "./figure-table";

describe("CSV", () => {
  test("numbers stay numbers, no data stays empty, commas and quotes survive", () => {
    const table = {
      columns: ["Name", "Mark"],
      rows: [['Ada "A", Lovelace', -2] as const, ["Ben", null] as const],
    };
    expect(toCsv(table)).toBe('Name,Mark\r\n"Ada ""A"", Lovelace",-2\r\nBen,\r\n');
  });

  test.each(["=HYPERLINK(1)", "+cmd|x", "-1+1", "@SUM(A1)", "\tx", "\rx"])(
    "%j cannot run in a spreadsheet",
    (text) => {
      const [[cell] = []] = parse(toCsv({ columns: [text], rows: [] })) as string[][];
      expect(cell).toBe(`'${text}`);
    },
  );

  test("another program reads back exactly the text that went in, whatever it is", () => {
    const row = fc.array(
      fc.string({ unit: "grapheme" }).filter((text) => text !== ""),
      { minLength: 2, maxLength: 2 },
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const read = parse(toCsv({ columns: ["a", "b"], rows })) as string[][];
        const freed = read
          .slice(1)
          .map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, "")));
        expect(freed).toEqual(
          rows.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ""))),
        );
      }),
    );
  });

  test("the file is named after the figure", () => {
    expect(csvFileName("Tomás Vidal: level use")).toBe("tomas-vidal-level-use.csv");
    expect(csvFileName("…")).toBe("table.csv");
  });
});

test("on screen a missing figure is a dash and a minus is a minus", () => {
  expect([null, -2, 0, "4 of 4"].map(cellText)).toEqual(["–", "−2", "0", "4 of 4"]);
});
