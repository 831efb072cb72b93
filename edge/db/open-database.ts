import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Configuration } from "../configuration.ts";
import { askOnce } from "./ask-once.ts";
import { markQueries } from "./mark-queries.ts";
import { openSocket } from "./open-socket.ts";

/** Postgres as the rows' functions use it: a connection, or an open transaction on one. */
export type Database = Pick<
  PostgresJsDatabase,
  "select" | "insert" | "update" | "delete" | "execute" | "transaction"
>;

export interface OpenDatabase {
  readonly database: PostgresJsDatabase;
  /** Lets the connections go after what runs on them. */
  end(): Promise<void>;
}

/** Connections of one request: work that goes on at the same time shares them. */
const CONNECTIONS = 3;

/** Seconds until a connection attempt is given up. */
const CONNECT_WITHIN_S = 5;

export interface DatabaseOptions {
  readonly connections?: number;
  /** Stands as a comment before each query, for Postgres' log and `pg_stat_activity`. */
  readonly requestId?: string;
}

/** Where Postgres is: Hyperdrive in production, else `DATABASE_URL`; `null` where there is neither. */
export const databaseUrl = (
  env: Pick<Configuration, "DATABASE_URL"> & {
    readonly HYPERDRIVE?: { readonly connectionString: string };
  },
): string | null => env.HYPERDRIVE?.connectionString ?? (env.DATABASE_URL || null);

/**
 * What postgres.js made of an address in this isolate, by address and connections: it takes its own settings
 * in an address' place, which isn't among its types, and needn't read them again for each request.
 */
const settings = new Map<string, object>();

/** postgres.js hands over its settings; `socket` isn't among its types. */
const connectTo = ({ host, port }: { host: readonly string[]; port: readonly number[] }) =>
  openSocket(host[0]!, port[0]!);

/**
 * A client for one request (workers may not share a socket between requests). It connects with the
 * first query. `fetch_types` is off: it would ask the server for array types on each connection, and
 * no column here is an array. Statements stay prepared: Hyperdrive supports them and caches by them.
 */
export function openDatabase(
  url: string,
  { connections = CONNECTIONS, requestId }: DatabaseOptions = {},
): OpenDatabase {
  const wantsTls = /[?&]sslmode=(?!disable)/.test(url);
  const name = `${connections} ${url}`;
  const client = postgres((settings.get(name) ?? url) as string, {
    ...(wantsTls ? {} : { socket: connectTo }),
    max: connections,
    fetch_types: false,
    connect_timeout: CONNECT_WITHIN_S,
    idle_timeout: 20,
    onnotice: () => undefined,
  });
  settings.set(name, client.options);
  const asked = askOnce(requestId === undefined ? client : markQueries(client, requestId));
  return { database: drizzle(asked), end: () => client.end({ timeout: 5 }) };
}
