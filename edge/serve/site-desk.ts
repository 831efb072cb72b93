import { z } from "zod";
import { ok, type Result } from "../../shared/failure.ts";
import { LETTER_LIMITS } from "../../shared/limits.ts";
import { DESK, NOTE_PAGE } from "../../shared/site/desk-paths.ts";
import { EMPTY_FORM, type LetterForm } from "../../shared/site/letter.ts";
import type { PublicationRow } from "../db/rows/publication-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { clickedLink } from "../domain/visit.ts";
import { giveChallenge, takeLetter } from "../letters/take-letter.ts";
import { readBody } from "../read-body.ts";
import { statusOf } from "../respond.ts";
import { inLookOf, NOTES } from "./note-page.ts";

type DeskDependencies = Pick<
  Dependencies,
  "published" | "letterDesk" | "countVisits" | "afterAnswer"
>;

/** An answer of the desk: how it is said stays with whoever serves the site. */
export type DeskAnswer =
  | { readonly kind: "page"; readonly html: string; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "json"; readonly body: object; readonly status: number }
  | { readonly kind: "nothing" }
  | { readonly kind: "missing" };

/** What visitors do at a site beside looking (R6.4, R6.5): they write, and links say that they were followed. */
export async function answerAtDesk(
  request: Request,
  site: PublicationRow,
  dependencies: DeskDependencies,
): Promise<DeskAnswer> {
  const { pathname } = new URL(request.url);
  const isPost = request.method === "POST";
  if (pathname === DESK.letter && isPost) return answerLetter(request, site, dependencies);
  if (pathname === DESK.click && isPost) return noteClick(request, site, dependencies);
  if (isPost) return { kind: "missing" };
  if (pathname === DESK.sent) return page(NOTES.sent(), 200, site, dependencies);
  if (pathname === DESK.challenge) {
    const given = await giveChallenge(dependencies.letterDesk(request), site);
    return given.ok
      ? {
          kind: "json",
          body: { challenge: given.value, bits: LETTER_LIMITS.proofBits },
          status: 200,
        }
      : { kind: "json", body: { code: given.failure.kind }, status: statusOf(given.failure.kind) };
  }
  return { kind: "missing" };
}

async function answerLetter(
  request: Request,
  site: PublicationRow,
  dependencies: DeskDependencies,
): Promise<DeskAnswer> {
  const form = await readForm(request);
  if (!form.ok) {
    const { kind } = form.failure;
    return page(NOTES.failed(form.failure, EMPTY_FORM, false), statusOf(kind), site, dependencies);
  }
  const taken = await takeLetter(dependencies.letterDesk(request), site, form.value);
  if (!taken.ok) {
    const { failure } = taken;
    // Too soon or too often: the same two steps lead on from where the visitor is.
    const isEarly = failure.kind === "rate-limited" && form.value.answer === "";
    const again = isEarly
      ? `<p role="alert">${failure.message} ${failure.nextStep}</p>${NOTES.check(form.value, form.value.challenge)}`
      : NOTES.failed(failure, form.value, failure.kind !== "not-found");
    return page(again, statusOf(failure.kind), site, dependencies);
  }
  if (taken.value.status === "sent") return { kind: "redirect", to: DESK.sent };
  if (taken.value.status === "wrong") {
    return page(NOTES.wrong(form.value, taken.value.problems), 422, site, dependencies);
  }
  const { letter, challenge } = taken.value;
  return page(NOTES.check(letter, challenge), 200, site, dependencies);
}

async function readForm(request: Request): Promise<Result<LetterForm>> {
  const body = await readBody(request, "multipart", LETTER_LIMITS.formBytes);
  if (!body.ok) return body;
  const fields = body.value as Readonly<Record<string, unknown>>;
  const text = (name: keyof LetterForm) => {
    const value = fields[name];
    return typeof value === "string" ? value : "";
  };
  return ok({
    name: text("name"),
    email: text("email"),
    message: text("message"),
    website: text("website"),
    challenge: text("challenge"),
    answer: text("answer"),
  });
}

const clickSchema = z.object({ link: z.string().max(2_000) });

/** A beacon of the island: nobody waits for its answer. */
async function noteClick(
  request: Request,
  site: PublicationRow,
  dependencies: DeskDependencies,
): Promise<DeskAnswer> {
  const body = await readBody(request, "json", 10_000);
  const click = body.ok ? clickSchema.safeParse(body.value) : null;
  const target = click?.success ? clickedLink(click.data.link, request.url) : null;
  if (target === null) return { kind: "nothing" };
  const about = { publicationId: site.id, kind: "click" as const, target };
  const seen = { ...about, referrer: null, country: null, device: null };
  dependencies.afterAnswer(dependencies.countVisits(request, [seen]));
  return { kind: "nothing" };
}

async function page(
  note: string,
  status: number,
  site: PublicationRow,
  { published }: DeskDependencies,
): Promise<DeskAnswer> {
  const manifest = site.buildId === null ? null : await published.manifest(site.id, site.buildId);
  const file = manifest?.[NOTE_PAGE];
  const bytes =
    file?.object === undefined
      ? null
      : await published.readWhole(file.object, file.packed === true);
  return { kind: "page", html: inLookOf(bytes && new TextDecoder().decode(bytes), note), status };
}
