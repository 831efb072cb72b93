import { publications as api, type Publication } from "../../../shared/api/publications.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { PUBLISH_LIMITS } from "../../../shared/limits.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import type { Resume } from "../../../shared/resume.ts";
import { hideableOf, hideFields, type Hideable } from "../../../shared/site/hidden-fields.ts";
import { suggestSlug } from "../../../shared/site/slug.ts";
import { accountActs } from "../../account/account-acts.ts";
import { signInPath } from "../../account/return-path.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { drawSharePicture } from "../../publish/draw-share-picture.ts";
import type {
  PublishActs,
  Published,
  PublishOutlook,
  PublishStep,
  PublishWish,
} from "../../publish/publish-acts.ts";
import { sendSite, siteAt } from "../../publish/send-site.ts";
import { isBuiltHere, warmBuild } from "../../sandbox/build-project.ts";
import { onFunnel } from "../compose.ts";
import { addDesk } from "./add-desk.ts";
import { bringToAccount } from "./bring-to-account.ts";
import { domainActs } from "./domain-acts.ts";
import { draftActs } from "./draft-acts.ts";
import { finishProject } from "./finish-project.ts";

interface Given {
  readonly client: ApiClient;
  readonly project: OpenProject;
  /** Where the project runs now; `null`: nowhere yet. */
  readonly sandbox: () => Sandbox | null;
}

/** What the publish sheet does with the open portfolio. */
export function publishActs(given: Given): PublishActs {
  const { client, project } = given;
  const of = (site: Publication) => ({ params: { publicationId: site.id } });
  return {
    look: async () => {
      void warmBuild(project.getState().files);
      const resume = readResume(project.getState().files);
      if (!resume.ok) return resume;
      const there = await accountActs(client).whoIsThere();
      if (!there.ok) return there;
      const isMember = there.value !== null;
      const site = isMember ? await siteOf(given) : ok(null);
      if (!site.ok) return site;
      return ok({
        isMember,
        site: site.value,
        suggestion: suggestSlug(resume.value.basics?.name ?? "", Math.random),
        versions: await versionsOf(project),
        hideable: hideableWith(resume.value),
      });
    },
    checkAddress: (slug) => client.call(api.address, { params: { slug } }),
    drawPicture: async (url, { hidden, versionId }) => {
      const files = await filesOf(project, versionId);
      if (!files.ok) return null;
      const shown = hideFields(files.value, hidden);
      const bytes = shown.ok ? await drawSharePicture(shown.value.files, url) : null;
      return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "image/png" });
    },
    prepare: async ({ hidden, versionId }) => {
      // Elsewhere a build would write into what the person sees running.
      const files = await filesOf(project, versionId);
      if (!files.ok || !isBuiltHere(files.value)) return;
      await finishProject(given, {
        files: files.value,
        hidden,
        noIndex: true,
        url: location.origin,
        isOurs: true,
        addDesk: (built) => addDesk(built, true),
        onStep: () => undefined,
      });
    },
    publish: (wish, onStep) => publish(given, wish, onStep),
    rollBack: async (site, buildId) => {
      const pointed = await client.call(api.point, { ...of(site), body: { buildId } });
      if (!pointed.ok) return pointed;
      return pointed.value.status === "live" ? ok(pointed.value.publication) : fail(BUILD_GONE);
    },
    tellLiked: (site, likes) => void client.call(api.like, { ...of(site), body: { likes } }),
    unpublish: (site) => client.call(api.unpublish, of(site)),
    remove: (site) => client.call(api.delete, of(site)),
    draft: draftActs(given),
    domain: domainActs(client),
    signIn: async () => {
      // The mark opens the sheet again (`use-publishing.ts`).
      const flushed = await project.flush();
      if (flushed.ok) location.assign(signInPath(`${location.pathname}?publish`));
    },
  };
}

async function siteOf({ client, project }: Given): Promise<Result<Publication | null>> {
  const listed = await client.call(api.list, {});
  if (!listed.ok) return listed;
  return ok(listed.value.items.find(({ portfolioId }) => portfolioId === project.id) ?? null);
}

async function publish(
  given: Given,
  wish: PublishWish,
  onStep: (step: PublishStep) => void,
): Promise<Result<Published>> {
  const { client } = given;
  onStep("account");
  // A site hangs on the portfolio in the account: what is here goes up first.
  const kept = await bringToAccount(given);
  if (!kept.ok) return kept;
  const site = await siteFor(given, wish);
  if (!site.ok) return site;
  const files = await filesOf(given.project, wish.versionId);
  if (!files.ok) return files;
  const { hidden, noIndex, contactForm } = wish;
  const { url } = site.value;
  const finished = await finishProject(given, {
    files: files.value,
    hidden,
    noIndex,
    url,
    isOurs: true,
    addDesk: (built) => addDesk(built, contactForm),
    onStep,
  });
  if (!finished.ok) return finished;
  const { files: finishedFiles, webLinks, outsidePictures } = finished.value;
  const deadLinks = deadAmong(client, webLinks);
  const sent = await sendSite({
    receiver: siteAt(client, site.value.id),
    files: finishedFiles,
    hidden,
    onStep,
  });
  if (!sent.ok) return sent;
  onFunnel((funnel) => funnel.reach("publish"));
  return ok({ site: sent.value, deadLinks, outsidePictures });
}

/** Versions to choose from: more nobody reads through. */
const VERSIONS = 50;

async function versionsOf(project: OpenProject): Promise<PublishOutlook["versions"]> {
  const versions = await project.listVersions();
  return versions.slice(0, VERSIONS).map(({ id, label, at }) => ({ id, label, at }));
}

/** The project as it stands, or as a version has it. Fails as reading one does. */
const filesOf = async (
  project: OpenProject,
  versionId: string | null,
): Promise<Result<ProjectFiles>> =>
  versionId === null ? ok(project.getState().files) : project.readVersion(versionId);

/** What there is to hide of a résumé, and how it reads. */
export const hideableWith = (resume: Resume) =>
  hideableOf(resume).map((field) => ({ field, value: valueOf(resume, field) }));

function valueOf({ basics = {} }: Resume, field: Hideable): string {
  if (field === "street") return basics.location?.address ?? "";
  return { phone: basics.phone, email: basics.email, photo: undefined }[field] ?? "";
}

/** The portfolio’s site with the wished address, new where there is none. */
async function siteFor(
  given: Given,
  { slug, noIndex, contactForm, password }: PublishWish,
): Promise<Result<Publication>> {
  const { client, project } = given;
  const there = await siteOf(given);
  if (!there.ok) return there;
  const site = there.value;
  if (site === null) {
    const wanted = { slug, noIndex, contactForm, password: password ?? null };
    return client.call(api.create, { body: { portfolioId: project.id, ...wanted } });
  }
  const body = {
    noIndex,
    contactForm,
    ...(slug === site.slug ? {} : { slug }),
    ...(password === undefined ? {} : { password }),
  };
  return client.call(api.change, { params: { publicationId: site.id }, body });
}

/** Links that don’t answer; none where nobody can say it just now. */
async function deadAmong(client: ApiClient, links: readonly string[]): Promise<readonly string[]> {
  const urls = [...new Set(links)].slice(0, PUBLISH_LIMITS.links);
  if (urls.length === 0) return [];
  const options = { timeoutMs: 60_000 };
  const checked = await client.call(api.checkLinks, { body: { urls } }, options);
  if (!checked.ok) return [];
  return checked.value.links.flatMap(({ url, state }) => (state === "dead" ? [url] : []));
}

const BUILD_GONE: Failure = {
  kind: "not-found",
  message: "That version can’t be shown any more.",
  nextStep: "Publish again instead; your address shows what it did.",
  retryable: false,
};
