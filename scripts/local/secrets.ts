/** Secrets of one machine, made once and kept in a file that only its owner can read. */
import { randomBytes } from "node:crypto";
import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { parseEnv } from "node:util";

/** 32 random bytes are more than enough for each use. */
const random = () => randomBytes(32).toString("base64url");

const MADE: Readonly<Record<string, () => string>> = {
  POSTGRES_PASSWORD: random,
  AUTH_SECRET: random,
  PASSWORD_PEPPER: random,
  MASTER_KEYS: () => `first:${randomBytes(32).toString("base64")}`,
  INTERNAL_KEY: random,
  OPERATOR_TOKEN: random,
  MAIL_KEY: random,
};

export type Secrets = Readonly<Record<string, string>>;

/** Reads the file, adding what it lacks; what is there never changes. */
export async function readSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const there = parseEnv(text) as Record<string, string>;
  const missing = Object.entries(MADE).filter(([name]) => !there[name]);
  if (missing.length === 0) return there;
  const made = missing.map(([name, make]) => [name, make()] as const);
  await writeSecrets(file, { ...there, ...Object.fromEntries(made) });
  return { ...there, ...Object.fromEntries(made) };
}

/** Replaces the file in one step. */
export async function writeSecrets(file: string, secrets: Secrets): Promise<void> {
  const lines = Object.entries(secrets).map(([name, value]) => `${name}="${value}"\n`);
  const note =
    "# Made by npm start. Without MASTER_KEYS nothing that people kept here can be read again.\n";
  await writeFile(`${file}.new`, note + lines.join(""), { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}
