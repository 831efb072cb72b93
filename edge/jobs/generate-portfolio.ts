import type { z } from "zod";
import { api } from "../../shared/api/table.ts";
import { ok, type Result } from "../../shared/failure.ts";
import { createProject } from "../../shared/portfolio/create-project.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { zipProject } from "../../web/portfolio/export-project-zip.ts";
import { checkBuild } from "../portfolio/check-build.ts";
import { fetchTemplate } from "../portfolio/fetch-template.ts";
import { assetBytes } from "./asset-bytes.ts";
import { PROJECT_ZIP, type JobContext, type JobWork } from "./job-work.ts";
import { keepInAccount } from "./keep-in-account.ts";
import { writeComponents, type WithComponents } from "./write-components.ts";

const inputSchema = api.generate.portfolio.body!;

const STEPS = {
  template: { name: "template", title: "Fetching the template", upTo: 20 },
  files: { name: "files", title: "Making the files", upTo: 45 },
  components: { name: "components", title: "Writing components", upTo: 60 },
  check: { name: "check", title: "Checking the build", upTo: 70 },
  pack: { name: "pack", title: "Packing the project", upTo: 80 },
  store: { name: "store", title: "Storing the version", upTo: 98 },
} as const;

/** Résumé → files of the template → components that a model writes → build checked → version stored. */
export const generatePortfolio: JobWork = async (context) => {
  const input = inputSchema.parse(context.input);
  const { templateId, resume } = input;
  const made = await makeFiles(context, input);
  if (!made.ok) return made;
  const { files, written } = made.value;
  const checked = await context.step(STEPS.check, async () => checkBuild(files));
  if (!checked.ok) return checked;
  const packed = await context.step(STEPS.pack, async () => {
    await context.keep(PROJECT_ZIP, await zipProject(files));
    return ok(undefined);
  });
  if (!packed.ok) return packed;

  const { jobId, tier } = context;
  const name = input.name || resume.basics?.name || "Portfolio";
  if (tier === "anonymous") {
    await context.warn(
      STEPS.store.name,
      "Without an account the project is kept for a day; download it, or sign in to keep it.",
    );
  } else {
    // The job's id names both, so that a second try stores nothing twice.
    const ids = { portfolioId: jobId, versionId: jobId };
    const made = { ...ids, name, templateId, files, at: context.now() };
    const stored = await context.step(STEPS.store, () => keepInAccount(context, made));
    if (!stored.ok) return stored;
  }
  const id = tier === "anonymous" ? null : jobId;
  return ok({
    kind: "portfolio-generate",
    portfolioId: id,
    versionId: id,
    name,
    templateId,
    files: Object.keys(files).length,
    bytes: bytesOf(files),
    checked: [...checked.value, ...written.map(({ path }) => `${path} was written by a model`)],
    download: `/api/portfolio/download/${jobId}`,
  });
};

async function makeFiles(
  context: JobContext,
  input: z.output<typeof inputSchema>,
): Promise<Result<WithComponents>> {
  const { resume, ai_components: ids } = input;
  const source = await context.step(STEPS.template, () =>
    fetchTemplate((path) => assetBytes(context.env.ASSETS, path), input),
  );
  if (!source.ok) return source;
  const made = await context.step(
    STEPS.files,
    async () => ok(createProject({ resume, ...source.value })),
    (files) => `${Object.keys(files).length} files`,
  );
  if (!made.ok || ids.length === 0) return made.ok ? ok({ files: made.value, written: [] }) : made;
  return writeComponents(context, STEPS.components, { files: made.value, resume, ids });
}

const bytesOf = (files: ProjectFiles) =>
  Object.values(files).reduce(
    (sum, content) =>
      sum +
      (typeof content === "string" ? new TextEncoder().encode(content).length : content.length),
    0,
  );
