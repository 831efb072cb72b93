import type { FileContent } from "../../../shared/project.ts";
import { PICTURE_PAGE } from "../../../shared/site/desk-paths.ts";
import { withDesk } from "../../../shared/site/site-desk.ts";
import { kit } from "../../generated/kit.ts";
import { sha256 } from "../../publish/sha256.ts";
import { stillPage } from "./still-page.ts";

type Files = Readonly<Record<string, FileContent>>;

/** A finished site with what its visitors can do there, and the picture that its owner knows it by. */
export async function addDesk(files: Files, hasForm: boolean): Promise<Files> {
  const desk = withDesk(files, { hasForm, island: await readIsland() });
  return { ...desk, [PICTURE_PAGE]: stillPage({ files }) };
}

/** `null` where it can’t be fetched just now: the page does all it does without. */
async function readIsland() {
  const answer = await fetch(kit.visitor).catch(() => null);
  if (!answer?.ok) return null;
  const script = await answer.text();
  const hash = await sha256(new TextEncoder().encode(script));
  return { path: `assets/visitor-${hash.slice(0, 12)}.js`, script };
}
