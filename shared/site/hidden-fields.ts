import { z } from "zod";
import { ok, type Result } from "../failure.ts";
import { formatJson } from "../portfolio/format-json.ts";
import { readResume } from "../portfolio/read-resume.ts";
import { PORTRAIT_PATH, RESUME_PATH, type FileContent, type ProjectFiles } from "../project.ts";
import type { Basics, Resume } from "../resume.ts";
import { TextDecoder } from "./web-standard.ts";

/** What a person can keep to themselves when they publish (R6.6). */
export const HIDEABLE = ["phone", "email", "street", "photo"] as const;
export type Hideable = (typeof HIDEABLE)[number];
export const hiddenSchema = z.array(z.enum(HIDEABLE)).max(HIDEABLE.length);

/** Nobody has to think of it: numbers and streets aren’t shown until their owner wants them to be. */
export const HIDDEN_AT_FIRST: readonly Hideable[] = ["phone", "street"];

/** A project without what is private, and what mustn’t be found in anything made from it. */
export interface HiddenProject {
  readonly files: ProjectFiles;
  readonly resume: Resume;
  readonly secrets: readonly Secret[];
}
export interface Secret {
  readonly field: Hideable;
  readonly value: string;
}

/**
 * Takes private fields out of the résumé before anything is built of it, so that no file of the site
 * can hold them. Fails with `invalid` when the résumé can’t be read.
 */
export function hideFields(
  files: ProjectFiles,
  hidden: readonly Hideable[],
): Result<HiddenProject> {
  const read = readResume(files);
  if (!read.ok) return read;
  const { basics } = read.value;
  if (!basics) return ok({ files, resume: read.value, secrets: [] });
  const secrets = hidden.flatMap((field) =>
    valuesOf(basics, field).map((value) => ({ field, value })),
  );
  const resume = { ...read.value, basics: without(basics, hidden) };
  const photo = photoFile(files, basics.image);
  // The form’s portrait stays in the project when the résumé has let go of it.
  const unseen = [hidden.includes("photo") ? photo : null, PORTRAIT_PATH].filter(
    (path) => path !== photo || hidden.includes("photo"),
  );
  const kept = Object.entries(files).filter(([path]) => !unseen.includes(path));
  return ok({
    files: { ...Object.fromEntries(kept), [RESUME_PATH]: formatJson(resume) },
    resume,
    secrets,
  });
}

/** Which fields of a résumé there is anything to hide of. */
export const hideableOf = ({ basics = {} }: Resume): readonly Hideable[] =>
  HIDEABLE.filter((field) =>
    field === "photo" ? Boolean(basics.image) : valuesOf(basics, field).length > 0,
  );

function without(basics: Basics, hidden: readonly Hideable[]): Basics {
  const rest = { ...basics };
  if (hidden.includes("phone")) delete rest.phone;
  if (hidden.includes("email")) delete rest.email;
  if (hidden.includes("photo")) delete rest.image;
  if (hidden.includes("street") && rest.location) {
    const { address: _address, postalCode: _postalCode, ...place } = rest.location;
    rest.location = place;
  }
  return rest;
}

function valuesOf(basics: Basics, field: Hideable): readonly string[] {
  const values = {
    phone: [basics.phone],
    email: [basics.email],
    street: [basics.location?.address],
    photo: [],
  }[field];
  return values.flatMap((value) => (value?.trim() ? [value.trim()] : []));
}

/** The project’s file that the résumé’s picture is; `null` where it lies on another server. */
export function photoFile(files: ProjectFiles, image: string | undefined): string | null {
  const name = image
    ?.replace(/[?#].*$/, "")
    .replace(/^\.?\//, "")
    .replace(/^public\//, "");
  if (!name) return null;
  return [`public/${name}`, name].find((path) => Object.hasOwn(files, path)) ?? null;
}

/** Digits of a number that tell it apart: the country’s code and a leading zero come and go. */
const TELLING_DIGITS = 8;

/** Finds a value in a text as people vary it; `null` where it is too short to be told apart. */
function patternOf({ field, value }: Secret): RegExp | null {
  if (field === "phone") {
    const digits = value.replace(/\D/g, "");
    if (digits.length < 6) return null;
    const between = "[\\s().\\-–/\\u00a0]*";
    return new RegExp(digits.slice(-TELLING_DIGITS).split("").join(between));
  }
  const words = value.split(/[\s,]+/).filter(Boolean);
  if (value.length < 5) return null;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("[\\s,]+"), "i");
}

const decoder = new TextDecoder();

/**
 * Looks for private values in finished files: they may also stand in a text of the person’s own.
 * @returns each value that was found, with the first file that holds it
 */
export function findSecrets(
  files: Readonly<Record<string, FileContent>>,
  secrets: readonly Secret[],
): readonly (Secret & { readonly path: string })[] {
  return secrets.flatMap((secret) => {
    const pattern = patternOf(secret);
    if (pattern === null) return [];
    const path = Object.entries(files).find(([, content]) =>
      pattern.test(typeof content === "string" ? content : decoder.decode(content)),
    )?.[0];
    return path === undefined ? [] : [{ ...secret, path }];
  });
}
