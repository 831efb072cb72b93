/** What the storage tests call inside a real page (bundled by esbuild). */
import { openProject, type OpenProject } from "../../web/project/open-project.ts";
import { openPortfolioStorage } from "../../web/storage/portfolio-storage.ts";
import { CASES } from "./storage.contract.ts";

async function storage(name?: string) {
  const opened = await openPortfolioStorage(name);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

const page = {
  storage,
  runCase: async (at: number) => CASES[at]!.run(await storage(`case-${at}`)),
  notices: [] as string[],
  project: null as OpenProject | null,
  /** Makes a portfolio and gives its id. */
  make: async (files: Record<string, string>) => {
    const made = await (await storage()).create({ name: "Ada", files });
    if (!made.ok) throw new Error(made.failure.message);
    return made.value;
  },
  open: async (id: string) => {
    const opened = await openProject({ id, storage: await storage() });
    if (!opened.ok) throw new Error(opened.failure.message);
    opened.value.onNotice((notice) => page.notices.push(notice.message));
    page.project = opened.value;
  },
  countBlobs: () =>
    new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open("cv2web");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const count = opening.result.transaction("blobs").objectStore("blobs").count();
        count.onsuccess = () => {
          opening.result.close();
          resolve(count.result);
        };
      };
    }),
};

export type StoragePage = typeof page;
Object.assign(globalThis, { page });
