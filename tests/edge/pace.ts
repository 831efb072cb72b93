/** How the streams of the benchmark are paced: ten seconds of it, about as a model writes sentences. */
export const PACE = { events: 40, everyMs: 250 } as const;

/** What each event says; its size is that of a job's. */
export const WORDS = "Reading the second page, its columns and its headings; ".repeat(4);
