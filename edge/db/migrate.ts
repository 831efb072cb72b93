import postgres from "postgres";

/** One file of `migrations/`; files run in the order of their names. */
export interface Migration {
  /** The file's name without its ending, `0000_start`. */
  readonly name: string;
  readonly sql: string;
}

/** Any number that nobody else locks: two runners follow one another. */
const LOCK = 7_215_001;

/**
 * Brings a database forward: runs, each in a transaction, the migrations that it hasn't seen. A file
 * is never changed once it has run anywhere, and there is no way back.
 * @returns the names of those that ran
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await client`create table if not exists migrations (
      name text primary key, applied_at timestamptz not null default now())`;
    const seen = new Set((await client`select name from migrations`).map((row) => row["name"]));
    const due = migrations.filter(({ name }) => !seen.has(name));
    for (const { name, sql } of due) {
      await client.begin(async (transaction) => {
        await transaction.unsafe(sql);
        await transaction`insert into migrations (name) values (${name})`;
      });
    }
    return due.map(({ name }) => name);
  } finally {
    await client.end({ timeout: 5 });
  }
}
