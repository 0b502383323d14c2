import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { PEOPLE, STAYS, TRAVELS } from "@/db/organization-file/tables";
import * as schema from "@/db/schema/index";

test("of every table somebody has said whether it travels with an organisation (db/organization-file/tables)", () => {
  const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []));
  const said = [...TRAVELS, ...PEOPLE, ...Object.keys(STAYS)];
  expect(tables.filter((table) => !said.includes(table))).toEqual([]);
  expect(said.sort()).toEqual(tables.sort());
});
