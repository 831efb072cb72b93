import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import type { EdgeContext } from "../route.ts";

/** What the routes of sites and of drafts are called with. */
export interface PublishingCall {
  readonly dependencies: Dependencies;
  readonly caller: Caller;
  readonly context: EdgeContext;
  readonly requestId: string;
}

type Publishing = Awaited<ReturnType<Dependencies["publishingOf"]>>;

/** What publishing needs, as this caller; fails as `publishingOf` does. */
export const publishingOf = ({
  dependencies,
  caller,
  context,
}: PublishingCall): Promise<Publishing> => dependencies.publishingOf(caller, context.req.raw);

/** Notes an act on what others can see, with the id alone of what it was done to. */
export const notePublishing = (
  { dependencies, caller, requestId }: PublishingCall,
  act: string,
  detail: Readonly<Record<string, string>>,
) => noteAct(dependencies.database(), { personId: caller.personId, act, requestId, detail });
