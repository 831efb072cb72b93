import { resolve } from "node:path";
import { cloudflare } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the worker keeps things while developing: the one folder that `npm start` uses too. */
const STATE = resolve(import.meta.dirname, process.env.CV2WEB_STATE ?? ".cv2web", "worker");

/** Configuration and secrets for the worker while developing, from `npm run dev`; none in a build. */
const BINDINGS = JSON.parse(process.env.CV2WEB_BINDINGS ?? "{}") as Record<string, string>;

/** All that the first screen can't do without comes as one file, not as a dozen that wait for each other. */
const FIRST = { groups: [{ name: "first", tags: ["$initial"] as "$initial"[] }] };

// The SPA (web/) and the worker (edge/) build together into dist/client and dist/cv2web.
export default defineConfig({
  root: "web",
  envDir: "..",
  plugins: [
    react(),
    cloudflare({
      configPath: "../wrangler.toml",
      persistState: { path: STATE },
      config: ({ vars }) => ({ vars: { ...vars, ...BINDINGS } }),
    }),
  ],
  // Workers load their heavy parts by import().
  worker: { format: "es" },
  build: { outDir: "../dist", emptyOutDir: true },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: FIRST } } } } },
  server: { strictPort: true },
});
