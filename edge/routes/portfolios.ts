import { PAGE } from "../../shared/api/portfolios.ts";
import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { route, type EdgeHono } from "../route.ts";
import {
  deleteKept,
  listKept,
  listKeptChanges,
  readKept,
  renameKept,
  saveKept,
} from "../storage/kept-portfolios.ts";
import { readKeptProject } from "../storage/kept-project.ts";
import { listKeptVersions, readKeptVersions, saveKeptVersions } from "../storage/kept-versions.ts";
import { zipAnswer } from "../storage/zip-stream.ts";

/** Portfolios and versions as the account keeps them. */
export function addPortfolioRoutes(app: EdgeHono): void {
  route(app, api.portfolios.list, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { items, last } = await listKept(keeping.value, readPlace(input.query.after), PAGE);
    return ok({ items: [...items], next: last && writePlace(last) });
  });

  route(app, api.portfolios.changes, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { items, last } = await listKeptChanges(keeping.value, input.query.after, PAGE);
    return ok({ items: [...items], next: last && String(last.sequence) });
  });

  route(app, api.portfolios.read, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok ? readKept(keeping.value, input.params.portfolioId) : keeping;
  });

  route(app, api.portfolios.save, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok ? saveKept(keeping.value, input.params.portfolioId, input.body) : keeping;
  });

  route(app, api.portfolios.rename, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok
      ? renameKept(keeping.value, input.params.portfolioId, input.body.name)
      : keeping;
  });

  route(app, api.portfolios.delete, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const deleted = await deleteKept(keeping.value, input.params.portfolioId, input.query);
    // What was published of it went with it; so do its files.
    if (deleted.ok) await dependencies.published.removeUnused(caller.personId);
    return deleted;
  });

  route(app, api.portfolios.download, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { portfolioId } = input.params;
    const project = await readKeptProject(keeping.value, portfolioId, input.query.version);
    if (!project.ok) return project;
    const { name, files } = project.value;
    return zipAnswer(files, `${name}.zip`, dependencies.afterAnswer);
  });

  addVersionRoutes(app);
}

function addVersionRoutes(app: EdgeHono): void {
  route(app, api.portfolios.listVersions, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { portfolioId } = input.params;
    const page = await listKeptVersions(keeping.value, portfolioId, input.query.after, PAGE);
    if (!page.ok) return page;
    const { items, last } = page.value;
    return ok({ items: [...items], next: last && String(last.sequence) });
  });

  route(app, api.portfolios.readVersions, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const read = await readKeptVersions(keeping.value, input.params.portfolioId, input.body.ids);
    return read.ok ? ok({ items: read.value }) : read;
  });

  route(app, api.portfolios.saveVersions, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok
      ? saveKeptVersions(keeping.value, input.params.portfolioId, input.body.versions)
      : keeping;
  });
}

/** A place in the list that is sorted by time, as a cursor; one that can't be read is the beginning. */
export const writePlace = ({ updatedAt, id }: { updatedAt: Date; id: string }) =>
  `${updatedAt.getTime()}.${id}`;

export function readPlace(cursor: string | undefined) {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,100})$/.exec(cursor ?? "") ?? [];
  return time !== undefined && id !== undefined ? { updatedAt: new Date(Number(time)), id } : null;
}
