import { defineConfig } from "drizzle-kit";

// Migrations are written by hand (policies, grants, triggers); the kit only looks. Never `drizzle-kit push`.
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
  dbCredentials: { url: process.env.DATABASE_URL ?? "" },
});
