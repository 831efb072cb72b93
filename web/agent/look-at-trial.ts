import { z } from "zod";
import { lookAtPage } from "../../shared/agent/loop/check-site.ts";
import { STOPPED } from "../../shared/agent/workspace-failures.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { fileAt } from "../../shared/portfolio/apply-changes.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type { StopSignal } from "../../shared/ports/stop-signal.ts";
import { THEME_PATH, type ProjectFiles } from "../../shared/project.ts";
import type { Theme } from "../../shared/theme.ts";
import type { PageAudit } from "../sandbox/instant/page-audit.ts";
import type { Trial } from "../sandbox/open-trial.ts";
import { watchOf } from "../sandbox/sandbox-watch.ts";
import { settled } from "./settled.ts";

export interface TrialLook {
  readonly trial: Trial;
  /** What the trial was opened with. */
  readonly files: ProjectFiles;
  /** axe-core’s script. */
  readonly script: string;
  readonly signal: StopSignal;
  /** Settles after so many milliseconds, or when stopped. */
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
}

/** A page is waited for so long until it is there, in milliseconds: the compiler may have to come first. */
const PAINTED_WITHIN_MS = 30_000;
const MODES = ["light", "dark"] as const;

/** The frame’s code can forge what it says: anything else is no audit. */
const auditSchema: z.ZodType<PageAudit> = z.object({
  findings: z.array(z.object({ rule: z.string(), said: z.string(), html: z.string() })),
  outside: z.array(z.string()),
});

/**
 * Starts a trial and says what is to be said against its page (R2.5), each a clause, the same for the same
 * fault: it isn’t built, the console has an error, axe finds something (contrast among it) in light or in
 * dark, it asks for something outside, the finished page is blank or lacks the owner’s name. A frame must
 * be connected, else nothing is painted and the page counts as unseen. Fails as the sandbox does, and as
 * `cancelled`.
 */
export async function faultsOf(look: TrialLook): Promise<Result<readonly string[]>> {
  const { trial, signal } = look;
  const started = await trial.start();
  if (!started.ok) return started;
  const thrown = await thrownBy(look);
  if (signal.aborted) return fail(STOPPED);
  // A page with problems shows them instead of itself.
  if (thrown.length > 0) return ok(thrown);
  const audited = await auditedBy(look);
  if (!audited.ok) return audited;
  const page = await lookAtPage(finishedPage(look), signal, []);
  if (!page.ok) return page;
  const untrue = page.value.filter(({ holds }) => holds === false).map(({ said }) => said);
  return ok([...new Set([...audited.value, ...(await thrownBy(look)), ...untrue])].map(clause));
}

/** What is wrong with the build, and what the page has written to its console as an error. */
async function thrownBy({ trial, signal, wait }: TrialLook): Promise<readonly string[]> {
  await settled(trial, { signal, wait, withinMs: PAINTED_WITHIN_MS });
  const { problems, entries, isPainted } = watchOf(trial);
  const errors = entries.filter(({ level }) => level === "error");
  return [
    ...problems.map(({ message, path, line }) => `${message} (${path ?? "page"}:${line ?? 1})`),
    ...errors.map(({ text }) => `the console says ${text.slice(0, 300)}`),
    ...(isPainted || problems.length > 0 ? [] : ["the page shows nothing"]),
  ];
}

/** In both colour schemes, whichever the visitor’s browser asks for. */
async function auditedBy({ trial, files, script, signal, wait }: TrialLook) {
  const theme = readTheme(files);
  if (!theme.ok) return theme;
  const faults: string[] = [];
  for (const mode of MODES) {
    const put = await trial.files.write([themeChange({ ...theme.value, mode })]);
    if (!put.ok) return put;
    await settled(trial, { signal, wait, withinMs: PAINTED_WITHIN_MS });
    const audit = auditSchema.safeParse(await trial.audit(script));
    if (signal.aborted) return fail(STOPPED);
    if (!audit.success) return fail(NOT_SEEN);
    const { findings, outside } = audit.data;
    faults.push(
      ...findings.map((one) => `${saidOf(one)} (${mode}): ${one.html.slice(0, 100)}`),
      ...outside.map((address) => `it asks for ${address}`),
    );
  }
  return ok(faults);
}

type Finding = PageAudit["findings"][number];

/** As a clause that everybody understands, where that is shorter than axe’s own. */
const saidOf = ({ rule, said }: Finding) =>
  rule === "color-contrast" ? "text has too little contrast" : `not everybody can use it: ${said}`;

/** The finished page, as the agent’s check of a site looks at it. */
const finishedPage = ({ trial, files }: TrialLook) => ({
  sampleTexts: [],
  read: async (path: string) => fileAt(files, path),
  render: async () => {
    const built = await trial.build();
    if (!built.ok) return built;
    const html = built.value.files["index.html"];
    return typeof html === "string" ? ok({ html }) : fail(NOT_SEEN);
  },
});

/** The look of a trial, which nobody edits. */
export const themeChange = (theme: Theme) => ({
  path: THEME_PATH,
  content: `${JSON.stringify(theme, null, 2)}\n`,
});

const clause = (said: string) => said.replace(/\.$/, "");

const NOT_SEEN: Failure = {
  kind: "unavailable",
  message: "The page couldn’t be looked at.",
  nextStep: "Try again; your site is as it was.",
  retryable: true,
};
