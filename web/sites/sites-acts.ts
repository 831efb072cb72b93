import { analytics, type Figures, type Summary } from "../../shared/api/analytics.ts";
import { letters as lettersApi, type KeptLetter } from "../../shared/api/letters.ts";
import { publications as api, type Publication } from "../../shared/api/publications.ts";
import type { Result } from "../../shared/failure.ts";
import type { ApiClient } from "../api/open-client.ts";

export type Range = 7 | 30 | 90;
export type Folder = "inbox" | "archive";

export interface LetterPage {
  readonly items: readonly KeptLetter[];
  /** Where the next page begins; `null` after the last. */
  readonly next: string | null;
}

export interface ListedSite {
  readonly site: Publication;
  /** Absent while they can’t be had. */
  readonly figures: Summary["sites"][number] | undefined;
}

/** What one’s sites, their inbox and their figures are read by and changed with. */
export interface SitesActs {
  list(): Promise<Result<{ readonly items: readonly Publication[] }>>;
  summary(): Promise<Result<Summary>>;
  picture(publicationId: string): Promise<Result<{ readonly html: string | null }>>;
  unpublish(publicationId: string): Promise<Result<unknown>>;
  remove(publicationId: string): Promise<Result<unknown>>;
  figures(publicationId: string, days: Range): Promise<Result<Figures>>;
  letters(folder: Folder, after: string | null): Promise<Result<LetterPage>>;
  mark(
    letterId: string,
    wish: { readonly isRead?: boolean; readonly isArchived?: boolean },
  ): Promise<Result<KeptLetter>>;
  removeLetter(letterId: string): Promise<Result<unknown>>;
}

export function sitesActs(client: Pick<ApiClient, "call">): SitesActs {
  const of = (publicationId: string) => ({ params: { publicationId } });
  return {
    list: () => client.call(api.list, {}),
    summary: () => client.call(analytics.summary, { query: { days: 30 } }),
    picture: (publicationId) => client.call(api.picture, of(publicationId)),
    unpublish: (publicationId) => client.call(api.unpublish, of(publicationId)),
    remove: (publicationId) => client.call(api.delete, of(publicationId)),
    figures: (publicationId, days) =>
      client.call(analytics.site, { ...of(publicationId), query: { days } }),
    letters: (folder, after) =>
      client.call(lettersApi.list, {
        query: { folder, ...(after === null ? {} : { after }) },
      }),
    mark: (letterId, wish) => client.call(lettersApi.change, { params: { letterId }, body: wish }),
    removeLetter: (letterId) => client.call(lettersApi.delete, { params: { letterId } }),
  };
}
