import type { Offers } from "../../../shared/agent/plain/near/offers.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { requestContext } from "./answer-request.ts";

const NONE: Offers = { offers: [], isLikely: false, isAnswer: false };

/**
 * What a request that isn’t plain may have meant, on the site as it is now. What finds that out weighs as
 * much as a picture and comes with the first such request; nothing is offered where it can’t be fetched.
 * @param before what was asked before it, for “that one”; empty where nothing was
 */
export async function findOffers(
  text: string,
  before: string,
  files: ProjectFiles,
): Promise<Offers> {
  const [near, context] = await Promise.all([
    import("../../../shared/agent/plain/near/offers.ts").catch(() => null),
    requestContext(files),
  ]);
  return near && context.ok ? near.offersFor(text, context.value, before) : NONE;
}
