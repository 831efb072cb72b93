import type { BuildOutput } from "../../shared/build.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { FileChange, FileContent, ProjectFiles } from "../../shared/project.ts";
import type { Resume } from "../../shared/resume.ts";
import {
  findSecrets,
  hideFields,
  type Hideable,
  type HiddenProject,
} from "../../shared/site/hidden-fields.ts";
import { linksOf, type JudgedLink } from "../../shared/site/links.ts";
import { withOwnFiles } from "../../shared/site/own-files.ts";
import { outsidePicturesOn } from "../../shared/site/page-pictures.ts";
import { withUsedFonts } from "../../shared/site/used-fonts.ts";
import type { PublishStep } from "./publish-acts.ts";
import { sha256 } from "./sha256.ts";

export interface FinishedSite {
  readonly files: Readonly<Record<string, FileContent>>;
  /** Links that somebody can ask for. */
  readonly webLinks: readonly string[];
  /** Pictures that lie on other servers and couldn’t be taken in: visitors don’t see them. */
  readonly outsidePictures: readonly string[];
}

type Files = FinishedSite["files"];

export interface SiteToFinish {
  readonly files: ProjectFiles;
  readonly hidden: readonly Hideable[];
  /** The site’s own address. */
  readonly url: string;
  readonly noIndex: boolean;
  /** It is served by this service, which takes reports of it. */
  readonly isOurs: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Builds the project with some of its files changed. */
  readonly build: (
    files: ProjectFiles,
    changes: readonly FileChange[],
  ) => Promise<Result<BuildOutput>>;
  /** The project with pictures that lie elsewhere among its own files. */
  readonly takeInPictures: (shown: HiddenProject) => Promise<HiddenProject>;
  /** The built site with its pictures in the sizes that screens need, and without metadata. */
  readonly shrinkPictures: (files: Files) => Promise<Files>;
  /** Draws what link previews show, as PNG, of a project without what is hidden; `null`: nothing. */
  readonly drawPicture: (files: ProjectFiles, url: string) => Promise<Uint8Array | null>;
  /** The résumé as PDF; `null` where it can’t be set. */
  readonly setPdf: (resume: Resume) => Promise<Uint8Array | null>;
  /** The finished pages with what visitors can do there. */
  readonly addDesk: (files: Files) => Promise<Files>;
  readonly onStep: (step: PublishStep) => void;
}

/**
 * The files of a site as they are published: without what is hidden, built, with the site’s own files,
 * and looked through. Fails with what the build says, or `invalid` when something private still stands
 * in a text, or a link leads where none may.
 */
export async function finishSite(given: SiteToFinish): Promise<Result<FinishedSite>> {
  const hidden = hideFields(given.files, given.hidden);
  if (!hidden.ok) return hidden;
  given.onStep("build");
  const shown = await given.takeInPictures(hidden.value);
  const [built, picture, pdf] = await Promise.all([
    given.build(given.files, changesTo(given.files, shown)),
    drawnPicture(given, shown.files),
    // A site is published without a PDF or a picture rather than not at all.
    given.setPdf(shown.resume).catch(() => null),
  ]);
  if (!built.ok) return built;
  given.onStep("check");
  const { files, resume, secrets } = shown;
  const { url, noIndex, isOurs, now } = given;
  const small = await given.shrinkPictures(built.value.files);
  const about = { files, resume, url, noIndex, isOurs, now, picture, pdf };
  const site = withUsedFonts(await given.addDesk(withOwnFiles(small, about)));
  const [secret] = findSecrets(site, secrets);
  if (secret) return fail(stillThere(secret.field, secret.path));
  const pages = Object.entries(site).flatMap(([path, html]) =>
    path.endsWith(".html") ? [String(html)] : [],
  );
  const links = pages.flatMap(linksOf);
  const bad = links.find(({ problem }) => problem !== null);
  if (bad) return fail(badLink(bad));
  const outsidePictures = [...new Set(pages.flatMap(outsidePicturesOn))];
  const webLinks = links.flatMap((link) => (link.isWeb ? [link.url] : []));
  return ok({ files: site, webLinks, outsidePictures });
}

/** Under a name of its content, so that who keeps a link’s picture asks for the next one. */
async function drawnPicture({ drawPicture, url }: SiteToFinish, files: ProjectFiles) {
  const bytes = await drawPicture(files, url).catch(() => null);
  if (bytes === null) return null;
  return { path: `assets/share-${(await sha256(bytes)).slice(0, 12)}.png`, bytes };
}

/** What differs from the open project: the résumé, and pictures that are hidden or were taken in. */
function changesTo(files: ProjectFiles, shown: HiddenProject): FileChange[] {
  const paths = new Set([...Object.keys(files), ...Object.keys(shown.files)]);
  return [...paths].flatMap((path) => {
    const content = shown.files[path] ?? null;
    return content === (files[path] ?? null) ? [] : [{ path, content }];
  });
}

const NAMES: Readonly<Record<Hideable, string>> = {
  phone: "Your phone number",
  email: "Your e-mail address",
  street: "Your street",
  photo: "Your photo",
};

const stillThere = (field: Hideable, path: string): Failure => ({
  kind: "invalid",
  message: `${NAMES[field]} still stands in a text of the site (${path}).`,
  nextStep: "Take it out of that text, or show it; nothing was published.",
  retryable: false,
});

const badLink = ({ url, problem }: JudgedLink): Failure => ({
  kind: "invalid",
  message:
    problem === "private"
      ? `The link “${url}” leads to a machine or network of your own: visitors can’t follow it.`
      : `The link “${url}” can’t be published: it is neither a page nor an address to write to or call.`,
  nextStep: "Change or remove it in the Content panel; nothing was published.",
  retryable: false,
});
