import { portfolios as api } from "../../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { Original, OriginalActs } from "../../account/OriginalsPart.tsx";
import type { ApiClient } from "../../api/open-client.ts";
import { httpAccountStorage } from "../../sync/http-account-storage.ts";
import { keepOriginal } from "../../sync/keep-original.ts";

/** Original CVs between this browser and the account; nothing goes up but by `keep`. */
export function originalActs(
  client: ApiClient,
  storage: () => Promise<Pick<PortfolioStorage, "readSource">>,
): OriginalActs {
  const account = httpAccountStorage(client);
  const of = (portfolioId: string) => ({ params: { portfolioId } });

  const originalOf = async (
    portfolioId: string,
    portfolio: string,
  ): Promise<Result<Original | null>> => {
    const [kept, local] = await Promise.all([
      client.call(api.readSource, of(portfolioId)),
      storage().then((one) => one.readSource(portfolioId)),
    ]);
    if (!kept.ok && kept.failure.kind !== "not-found") return kept;
    const here = local.ok ? (local.value?.name ?? null) : null;
    if (!kept.ok && here === null) return ok(null);
    return ok({
      portfolioId,
      portfolio,
      here,
      kept: kept.ok ? { name: kept.value.name, since: kept.value.consentedAt } : null,
    });
  };

  return {
    list: async () => {
      const listed = await client.call(api.list, { query: {} });
      if (!listed.ok) return listed;
      const found: Original[] = [];
      for (const { id, name } of listed.value.items) {
        const original = await originalOf(id, name);
        if (!original.ok) return original;
        if (original.value) found.push(original.value);
      }
      return ok(found);
    },
    keep: async (portfolioId) => {
      const source = await (await storage()).readSource(portfolioId);
      if (!source.ok) return source;
      return source.value ? keepOriginal(account, portfolioId, source.value) : fail(NOT_HERE);
    },
    remove: (portfolioId) => account.deleteSource(portfolioId),
    link: async (portfolioId) => {
      const source = await client.call(api.readSource, of(portfolioId));
      return source.ok ? ok(source.value.link) : source;
    },
  };
}

const NOT_HERE: Failure = {
  kind: "not-found",
  message: "This browser doesn’t have the file.",
  nextStep: "Open the account in the browser in which you dropped the CV.",
  retryable: false,
};
