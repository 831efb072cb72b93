import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// The worker's own tests run inside workerd, with a real Postgres.
export default defineConfig({
  plugins: [
    cloudflareTest(({ inject }) => ({
      wrangler: { configPath: "./wrangler.test.toml" },
      miniflare: {
        bindings: { DATABASE_URL: inject("databaseUrl"), ...inject("secrets") },
      },
    })),
  ],
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["./global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
