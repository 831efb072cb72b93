/**
 * The one place where the app's adapters are chosen. Each comes by `import()` when it is first
 * needed, so that the first screen loads none of them.
 */
const once = <T>(open: () => T): (() => T) => {
  let opened: { readonly value: T } | null = null;
  return () => (opened ??= { value: open() }).value;
};

/** Reads CVs in a Web Worker. */
export const cvReader = once(async () => {
  const { openCvReader } = await import("../cv/read/open-cv-reader.ts");
  return openCvReader();
});

/** Keeps portfolios in this browser. */
export const portfolioStorage = once(async () => {
  const { openMemoryStorage, openPortfolioStorage } =
    await import("../storage/portfolio-storage.ts");
  const opened = await openPortfolioStorage();
  return opened.ok ? opened.value : openMemoryStorage(opened.failure);
});

/** Runs a portfolio's files. */
export const sandboxes = once(() => import("../sandbox/open-sandbox.ts"));

/** Makes a résumé into project files. */
export const portfolios = once(() => import("./flows/make-portfolio.ts"));
