import { openDatabase, type Database, type OpenDatabase } from "./open-database.ts";

export interface RequestDatabase {
  /** Opened with the first call. @throws where no database is configured: routes answer 503 then */
  database(): Database;
  /** Keeps the worker, and the connection, for work that goes on after the answer. */
  afterAnswer(work: Promise<unknown>): void;
  /** The answer is made: the connection ends as soon as what goes on after it has ended. */
  answered(): void;
}

/** One database client for one request. */
export function requestDatabase(
  url: string | null,
  waitUntil: (work: Promise<unknown>) => void,
  requestId: string,
): RequestDatabase {
  let open: OpenDatabase | null = null;
  let isAnswered = false;
  let pending = 0;
  let ending = false;

  const endWhenDone = () => {
    if (!open || !isAnswered || pending > 0 || ending) return;
    ending = true;
    waitUntil(open.end().catch(() => undefined));
  };
  return {
    database: () => {
      if (url === null) throw new Error("DATABASE_URL isn’t set.");
      open ??= openDatabase(url, { requestId });
      return open.database;
    },
    afterAnswer: (work) => {
      pending++;
      const done = () => {
        pending--;
        endWhenDone();
      };
      waitUntil(work.then(done, done));
    },
    answered: () => {
      isAnswered = true;
      endWhenDone();
    },
  };
}
