import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { answerOutside } from "../stand-ins/outside.ts";

// The worker's own tests run inside workerd, with a real Postgres.
export default defineConfig({
  plugins: [
    cloudflareTest(({ inject }) => ({
      wrangler: { configPath: "./wrangler.test.toml" },
      miniflare: {
        bindings: {
          DATABASE_URL: inject("databaseUrl"),
          ...inject("secrets"),
          ...inject("runner"),
          OPERATOR_INBOX: inject("operatorInbox"),
          GITHUB_CLIENT_ID: "github-id",
          GITHUB_CLIENT_SECRET: "github-secret",
          GOOGLE_CLIENT_ID: "google-id",
          GOOGLE_CLIENT_SECRET: "google-secret",
          STRIPE_SECRET_KEY: "sk_test_1",
          STRIPE_WEBHOOK_SECRET: "whsec_test",
          STRIPE_PRICE: "price_premium",
          STRIPE_API_URL: "https://stripe.hosts.example",
          GITHUB_API_URL: "https://github.hosts.example",
          NETLIFY_API_URL: "https://netlify.hosts.example/api/v1",
          VERCEL_API_URL: "https://vercel.hosts.example",
          DNS_URL: "https://dns.hosts.example/dns-query",
          CUSTOM_HOSTNAMES_ZONE: "z1",
          CUSTOM_HOSTNAMES_TOKEN: "saas-token",
          CUSTOM_HOSTNAMES_URL: "https://saas.hosts.example/client/v4",
          BREACH_CHECK_URL: "https://api.pwnedpasswords.example/range",
        },
        outboundService: answerOutside,
      },
    })),
  ],
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["./global-setup.ts"],
    // With it, a file's whole graph comes in one WebSocket message, which workerd ends when the graph is large.
    fsModuleCache: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
