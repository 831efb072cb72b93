import type { LookUpKey } from "../keys/look-up-key.ts";

/** Fields of people that are ciphertext in the database (R5.9). */
const SEALED = ["email", "name"] as const;

type Row = Record<string, unknown>;
interface Where {
  readonly field: string;
  readonly value: unknown;
}
/** The part of better-auth's adapter that reads and writes; the rest passes through. */
interface Adapter {
  readonly [method: string]: unknown;
}

/**
 * Better-auth's database adapter with e-mail addresses and names of people sealed on the way in and
 * opened on the way out. Sealing is deterministic, so that an address finds its person.
 */
export function withSealedPeople<A extends object>(adapter: A, key: () => Promise<LookUpKey>): A {
  const inner = adapter as unknown as Adapter;
  const call = (name: string, input: unknown): Promise<unknown> =>
    (inner[name] as (input: unknown) => Promise<unknown>)(input);

  const sealRow = async (row: Row): Promise<Row> => {
    const { seal } = await key();
    const sealed: Row = { ...row };
    for (const field of SEALED) {
      const value = row[field];
      if (typeof value === "string") sealed[field] = await seal(value);
    }
    return sealed;
  };
  const sealWhere = async (where: readonly Where[] | undefined): Promise<unknown> => {
    if (!where?.some(({ field }) => (SEALED as readonly string[]).includes(field))) return where;
    const { seal } = await key();
    return Promise.all(
      where.map(async (condition) => {
        const { field, value } = condition;
        if (!(SEALED as readonly string[]).includes(field)) return condition;
        if (Array.isArray(value)) {
          return { ...condition, value: await Promise.all(value.map((one) => seal(String(one)))) };
        }
        return typeof value === "string" ? { ...condition, value: await seal(value) } : condition;
      }),
    );
  };
  const openRow = async (row: unknown): Promise<unknown> => {
    if (Array.isArray(row)) return Promise.all(row.map(openRow));
    if (row === null || typeof row !== "object" || row instanceof Date) return row;
    const opened: Row = { ...(row as Row) };
    const { open } = await key();
    for (const field of SEALED) {
      const value = opened[field];
      if (typeof value === "string") opened[field] = await open(value);
    }
    // A joined person: a session with its user.
    if (opened["user"]) opened["user"] = await openRow(opened["user"]);
    return opened;
  };

  const sealed: Record<string, unknown> = { ...inner };
  for (const method of Object.keys(inner)) {
    if (typeof inner[method] !== "function" || ["createSchema", "transaction"].includes(method)) {
      continue;
    }
    sealed[method] = async (input: Row) => {
      const isPeople = input["model"] === "user";
      const request: Row = { ...input };
      if (isPeople && input["where"]) request["where"] = await sealWhere(input["where"] as Where[]);
      if (isPeople && input["data"]) request["data"] = await sealRow(input["data"] as Row);
      if (isPeople && input["update"] && typeof input["update"] === "object") {
        request["update"] = await sealRow(input["update"] as Row);
      }
      const answer = await call(method, request);
      const holdsPeople = isPeople || input["join"] !== undefined;
      return holdsPeople && typeof answer === "object" ? openRow(answer) : answer;
    };
  }
  if (typeof inner["transaction"] === "function") {
    const transaction = inner["transaction"] as (
      work: (adapter: object) => Promise<unknown>,
    ) => Promise<unknown>;
    sealed["transaction"] = (work: (adapter: object) => Promise<unknown>) =>
      transaction((within) => work(withSealedPeople(within, key)));
  }
  return sealed as unknown as A;
}
