import { cloudflare } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The SPA (web/) and the worker (edge/) build together into dist/client and dist/cv2web.
export default defineConfig({
  root: "web",
  envDir: "..",
  plugins: [react(), cloudflare({ configPath: "../wrangler.toml", persistState: { path: ".." } })],
  build: { outDir: "../dist", emptyOutDir: true },
  // Workers load their heavy parts by import().
  worker: { format: "es" },
  server: { strictPort: true },
});
