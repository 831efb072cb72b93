import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// The worker's own tests run inside workerd.
export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.test.toml" } })],
  test: { root: import.meta.dirname, include: ["**/*.test.ts"] },
});
