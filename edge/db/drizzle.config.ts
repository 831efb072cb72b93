import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./edge/db/schema.ts",
  out: "./edge/db/migrations",
});
