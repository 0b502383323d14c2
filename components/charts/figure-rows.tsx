import { Table, Td, Th } from "../ui/table";
import { type Cell, cellText, type FigureTable } from "./figure-table";

const align = (cell: Cell) => (typeof cell === "number" ? "text-right" : "");

/** The numbers of a picture as a table. The first column names the row. */
export function FigureRows({ caption, table }: { caption: string; table: FigureTable }) {
  const numeric = table.columns.map((_, index) => table.rows.some((row) => typeof row[index] === "number"));
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <Th key={column} className={numeric[index] ? "text-right" : ""}>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join("\u0000")}>
            {row.map((cell, index) => {
              const key = table.columns[index];
              return index === 0 ? (
                <Th key={key} scope="row" className="py-2">
                  {cellText(cell)}
                </Th>
              ) : (
                <Td key={key} className={`py-2 ${align(cell)}`}>
                  {cellText(cell)}
                </Td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
