import { elsewhere as api, type ElsewherePlace } from "../../../shared/api/elsewhere.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { FileContent } from "../../../shared/project.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import { OTHER_HOSTS, pagesWorkflow, WORKFLOW_PATH } from "../../../shared/site/elsewhere.ts";
import { findSecrets, hideFields } from "../../../shared/site/hidden-fields.ts";
import { suggestSlug } from "../../../shared/site/slug.ts";
import { accountActs } from "../../account/account-acts.ts";
import { signInPath } from "../../account/return-path.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type {
  ElsewhereActs,
  ElsewhereOutlook,
  ElsewhereStep,
  ElsewhereWish,
} from "../../publish/elsewhere-acts.ts";
import { sendElsewhere } from "../../publish/send-elsewhere.ts";
import { bringToAccount } from "./bring-to-account.ts";
import { finishProject } from "./finish-project.ts";
import { hideableWith } from "./publish-acts.ts";

interface Given {
  readonly client: ApiClient;
  readonly project: OpenProject;
  /** Where the project runs now; `null`: nowhere yet. */
  readonly sandbox: () => Sandbox | null;
}

/** What the sheet for other hosts does with the open portfolio. */
export function elsewhereActs(given: Given): ElsewhereActs {
  const { client, project } = given;
  return {
    look: () => look(given),
    keepToken: async (host, token) => {
      const kept = await client.call(api.keepKey, { params: { host }, body: { token } });
      return kept.ok ? ok(kept.value.ending ?? "") : kept;
    },
    forgetToken: (host) => client.call(api.removeKey, { params: { host } }),
    send: (wish, onStep) => send(given, wish, onStep),
    standing: (host) => client.call(api.look, { params: { portfolioId: project.id, host } }),
    signIn: async () => {
      // The mark opens the sheet again (`use-publishing.ts`).
      const flushed = await project.flush();
      if (flushed.ok) location.assign(signInPath(`${location.pathname}?elsewhere`));
    },
  };
}

async function look({ client, project }: Given): Promise<Result<ElsewhereOutlook>> {
  const resume = readResume(project.getState().files);
  if (!resume.ok) return resume;
  const there = await accountActs(client).whoIsThere();
  if (!there.ok) return there;
  const isMember = there.value !== null;
  const keys = isMember ? await client.call(api.keys, {}) : ok({ keys: [] });
  if (!keys.ok) return keys;
  const params = { portfolioId: project.id };
  const listed = isMember ? await client.call(api.places, { params }) : ok({ places: [] });
  // A portfolio that isn't in the account yet stands nowhere.
  if (!listed.ok && listed.failure.kind !== "not-found") return listed;
  const places = listed.ok ? listed.value.places : [];
  const hosts = OTHER_HOSTS.map((host) => {
    const ending = keys.value.keys.find((key) => key.host === host)?.ending ?? null;
    return [host, { ending, place: places.find((place) => place.host === host) ?? null }];
  });
  return ok({
    isMember,
    hideable: hideableWith(resume.value),
    suggestion: suggestSlug(resume.value.basics?.name ?? "", Math.random),
    hosts: Object.fromEntries(hosts) as ElsewhereOutlook["hosts"],
  });
}

async function send(
  given: Given,
  wish: ElsewhereWish,
  onStep: (step: ElsewhereStep) => void,
): Promise<Result<ElsewherePlace>> {
  const { client, project } = given;
  const { host, name, branch, isPrivate, onTop } = wish;
  onStep("account");
  // What is known of a place hangs on the portfolio in the account.
  const kept = await bringToAccount(given);
  if (!kept.ok) return kept;
  onStep("place");
  const params = { portfolioId: project.id, host };
  const body = { name, branch, isPrivate };
  const settled = await client.call(api.settle, { params, body }, { timeoutMs: 60_000 });
  if (!settled.ok) return settled;
  const files =
    host === "github"
      ? projectFiles(given, wish, onStep)
      : await siteFiles(given, wish, settled.value.url, onStep);
  if (!files.ok) return files;
  onStep("upload");
  const sent = await sendElsewhere({
    client,
    portfolioId: project.id,
    host,
    files: files.value,
    onTop,
  });
  if (sent.ok) onStep("done");
  return sent;
}

type Files = Readonly<Record<string, FileContent>>;

/** The project without what is hidden, with the workflow that builds it. */
function projectFiles(
  { project }: Given,
  { hidden, branch }: ElsewhereWish,
  onStep: (step: ElsewhereStep) => void,
): Result<Files> {
  onStep("check");
  const without = hideFields(project.getState().files, hidden);
  if (!without.ok) return without;
  const { files, secrets } = without.value;
  const [secret] = findSecrets(files, secrets);
  if (secret) return fail(stillThere(secret.path));
  return ok({ [WORKFLOW_PATH]: pagesWorkflow(branch), ...files });
}

async function siteFiles(
  given: Given,
  { hidden }: ElsewhereWish,
  url: string,
  onStep: (step: ElsewhereStep) => void,
): Promise<Result<Files>> {
  const finished = await finishProject(given, {
    hidden,
    noIndex: false,
    url,
    isOurs: false,
    // Nobody takes letters or counts visits there.
    addDesk: async (files) => files,
    onStep: (step) => {
      if (step === "build" || step === "check") onStep(step);
    },
  });
  return finished.ok ? ok(finished.value.files) : finished;
}

const stillThere = (path: string): Failure => ({
  kind: "invalid",
  message: `Something that you hide still stands in a text of the project (${path}).`,
  nextStep: "Take it out of that text, or let it go along; nothing was sent.",
  retryable: false,
});
