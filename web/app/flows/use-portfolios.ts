import { useCallback, useEffect, useState } from "react";
import type { Result } from "../../../shared/failure.ts";
import type {
  PortfolioStorage,
  PortfolioSummary,
} from "../../../shared/ports/portfolio-storage.ts";
import { portfolioStorage } from "../compose.ts";
import { hasSharedDraft } from "../shared-drafts.ts";
import { afterFirstPaint } from "../on-first-sign.ts";

/** A link to a draft ends with its portfolio; one that can’t be reached now ends by itself. */
async function revokeDrafts(portfolioId: string): Promise<void> {
  if (!hasSharedDraft(portfolioId)) return;
  const { revokeDraftsOf } = await import("./draft-acts.ts");
  await revokeDraftsOf(portfolioId);
}

/** The portfolios that this browser keeps, alive to what other tabs do. */
export function usePortfolios() {
  const [portfolios, setPortfolios] = useState<readonly PortfolioSummary[] | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [now] = useState(Date.now);

  const refresh = useCallback(async (storage: PortfolioStorage) => {
    const listed = await storage.list();
    setPortfolios(listed.ok ? listed.value : []);
    const failure = storage.failure ?? (listed.ok ? null : listed.failure);
    setNotice(failure && `${failure.message} ${failure.nextStep}`);
  }, []);

  useEffect(() => {
    let unlisten = () => undefined as void;
    let isLeft = false;
    const callOff = afterFirstPaint(async () => {
      const storage = await portfolioStorage();
      if (isLeft) return;
      void refresh(storage);
      unlisten = storage.onElsewhere(() => void refresh(storage));
    });
    return () => {
      isLeft = true;
      callOff();
      unlisten();
    };
  }, [refresh]);

  /** Does one act and lists again. */
  const act = useCallback(
    async <T>(run: (storage: PortfolioStorage) => Promise<Result<T>>) => {
      const storage = await portfolioStorage();
      const outcome = await run(storage);
      await refresh(storage);
      return outcome;
    },
    [refresh],
  );
  const nameOf = (id: string) => portfolios?.find((one) => one.id === id)?.name ?? "Portfolio";
  return {
    portfolios,
    notice,
    now,
    rename: (id: string, name: string) => act((storage) => storage.rename(id, name)),
    duplicate: (id: string) => act((storage) => storage.duplicate(id, `${nameOf(id)} (copy)`)),
    remove: async (id: string) => {
      const removed = await act((storage) => storage.delete(id));
      if (removed.ok) void revokeDrafts(id);
      return removed;
    },
  };
}
