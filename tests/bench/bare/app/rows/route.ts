import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10 });

/** The least a save can be: one row, inserted and committed, in one statement. */
export async function POST(request: Request): Promise<Response> {
  const [row] = await sql`insert into bare_rows (body) values (${await request.text()}) returning id`;
  return Response.json(row);
}
