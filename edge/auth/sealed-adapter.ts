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

type GiveKey = () => Promise<LookUpKey>;

async function sealRow(row: Row, key: GiveKey): Promise<Row> {
  const { seal } = await key();
  const sealed: Row = { ...row };
  for (const field of SEALED) {
    const value = row[field];
    if (typeof value === "string") sealed[field] = await seal(value);
  }
  return sealed;
}

const isSealed = ({ field }: Where): boolean => (SEALED as readonly string[]).includes(field);

async function sealWhere(where: readonly Where[], key: GiveKey): Promise<readonly Where[]> {
  if (!where.some(isSealed)) return where;
  const { seal } = await key();
  return Promise.all(
    where.map(async (condition) => {
      const { value } = condition;
      if (!isSealed(condition)) return condition;
      if (Array.isArray(value))
        return { ...condition, value: await Promise.all(value.map((one) => seal(String(one)))) };
      return typeof value === "string" ? { ...condition, value: await seal(value) } : condition;
    }),
  );
}

async function openRow(row: unknown, key: GiveKey): Promise<unknown> {
  if (Array.isArray(row)) return Promise.all(row.map((one) => openRow(one, key)));
  if (row === null || typeof row !== "object" || row instanceof Date) return row;
  const opened: Row = { ...(row as Row) };
  const { open } = await key();
  for (const field of SEALED) {
    const value = opened[field];
    if (typeof value === "string") opened[field] = await open(value);
  }
  // A joined person: a session with its user.
  if (opened["user"]) opened["user"] = await openRow(opened["user"], key);
  return opened;
}

/**
 * Better-auth's database adapter with e-mail addresses and names of people sealed on the way in and
 * opened on the way out. Sealing is deterministic, so that an address finds its person.
 */
export function withSealedPeople<A extends object>(adapter: A, key: GiveKey): A {
  const inner = adapter as unknown as Adapter;
  const sealed: Record<string, unknown> = { ...inner };
  for (const [name, method] of Object.entries(inner)) {
    if (typeof method !== "function" || name === "createSchema" || name === "transaction") continue;
    sealed[name] = async (input: Row) => {
      const isPeople = input["model"] === "user";
      const { where, data, update } = input as {
        where?: readonly Where[];
        data?: Row;
        update?: unknown;
      };
      const answer: unknown = await (method as (input: Row) => Promise<unknown>)({
        ...input,
        ...(isPeople && where ? { where: await sealWhere(where, key) } : {}),
        ...(isPeople && data ? { data: await sealRow(data, key) } : {}),
        ...(isPeople && typeof update === "object" && update !== null
          ? { update: await sealRow(update as Row, key) }
          : {}),
      });
      return isPeople || input["join"] !== undefined ? openRow(answer, key) : answer;
    };
  }
  const transaction = inner["transaction"];
  if (typeof transaction === "function") {
    type Work = (adapter: object) => Promise<unknown>;
    sealed["transaction"] = (work: Work) =>
      (transaction as (work: Work) => Promise<unknown>)((within) =>
        work(withSealedPeople(within, key)),
      );
  }
  return sealed as unknown as A;
}
