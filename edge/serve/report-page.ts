import {
  readReport,
  REASON_WORDS,
  REPORT_LETTERS,
  REPORT_REASONS,
} from "../../shared/site/report.ts";
import { addressOf } from "../address.ts";
import type { Dependencies } from "../dependencies.ts";
import { housePage } from "./house-page.ts";

/** The form by which a visitor reports a site; it needs no script. @param problem what was wrong with a try */
function reportPage(problem = ""): string {
  const reasons = REPORT_REASONS.map(
    (reason) =>
      `<label><input type="radio" name="reason" value="${reason}" required> ${REASON_WORDS[reason]}</label>`,
  );
  return housePage(
    "Report this site",
    `${problem && `<p role="alert">${problem}</p>`}<p>Whoever runs this service reads it; the site’s owner doesn’t learn of it. Nothing about you goes along but what you write.</p><form method="post"><fieldset><legend>What is wrong with it?</legend>${reasons.join("")}</fieldset><label>In your words, and where on the site<textarea name="words" rows="5" maxlength="${REPORT_LETTERS}"></textarea></label><p class="unseen" aria-hidden="true"><label>Leave this empty<input name="website" tabindex="-1" autocomplete="off"></label></p><button>Send the report</button></form><p><a href="/">Back to the site</a></p>`,
  );
}

const reportedPage = (): string =>
  housePage(
    "Thank you. The report was sent.",
    '<p>If somebody is in danger, tell the police as well.</p><p><a href="/">Back to the site</a></p>',
  );

type ReportDependencies = Pick<Dependencies, "published" | "takeRate">;

/** Tokens of the rate limit that a report takes: a few a minute from one address. */
const REPORT_TOKENS = 10;

/** Shows the form, or keeps what a visitor sent by it. @returns the page to show, and its status */
export async function takeReport(
  request: Request,
  publicationId: string,
  { published, takeRate }: ReportDependencies,
): Promise<readonly [page: string, status: number]> {
  if (request.method === "GET" || request.method === "HEAD") return [reportPage(), 200];
  if (request.method !== "POST") return [reportPage(), 405];
  const rate = await takeRate({ address: addressOf(request) }, REPORT_TOKENS);
  if (!rate.allowed) return [reportPage("Too many reports. Wait a minute and send it again."), 429];
  const form = await request.formData().catch(() => new FormData());
  // What people don’t see only machines fill in: they are thanked, and nothing is kept.
  if (String(form.get("website") ?? "") !== "") return [reportedPage(), 200];
  const report = readReport(form.get("reason"), form.get("words"));
  if (report === null) return [reportPage("Choose what is wrong, or say it in your words."), 400];
  await published.report({ publicationId, ...report });
  return [reportedPage(), 200];
}
