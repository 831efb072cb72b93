import { useCallback, useState } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import { ok, type Result } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { showToast } from "../ui/Toast.tsx";
import { Shown } from "../ui/Shown.tsx";
import { SiteCard } from "./SiteCard.tsx";
import { SitesFrame } from "./SitesFrame.tsx";
import type { ListedSite, SitesActs } from "./sites-acts.ts";
import { useRead } from "../ui/use-read.ts";
import { shortAddress } from "../publish/publish-words.ts";

/** Everything that one has published. */
export function SitesScreen({ acts }: { readonly acts: SitesActs }) {
  const read = useCallback(() => readSites(acts), [acts]);
  const { reading, again } = useRead(read);
  const [doomed, setDoomed] = useState<Publication | null>(null);
  const isSignedOut = reading.status === "failed" && reading.failure.kind === "unauthenticated";
  const act = async (work: Promise<Result<unknown>>, done: string) => {
    const came = await work;
    showToast(
      came.ok
        ? { title: done }
        : { title: came.failure.message, detail: came.failure.nextStep, tone: "bad" },
    );
    again();
  };
  return (
    <SitesFrame page="sites" title="My sites" isSignedOut={isSignedOut}>
      <Shown reading={reading} label="Looking up your sites" onAgain={again}>
        {(sites) =>
          sites.length === 0 ? (
            <NoSites />
          ) : (
            <ul className="sites-list">
              {sites.map((listed) => (
                <li key={listed.site.id}>
                  <SiteCard
                    {...listed}
                    acts={acts}
                    onUnpublish={() =>
                      void act(
                        acts.unpublish(listed.site.id),
                        "Taken down. Its address stays yours.",
                      )
                    }
                    onDelete={() => setDoomed(listed.site)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <DeleteDialog
        site={doomed}
        onClose={() => setDoomed(null)}
        onDelete={(site) => void act(acts.remove(site.id), "Deleted with every copy.")}
      />
    </SitesFrame>
  );
}

/** Sites with what they come to; without the figures while those can’t be had. */
async function readSites(acts: SitesActs): Promise<Result<readonly ListedSite[]>> {
  const [listed, summary] = await Promise.all([acts.list(), acts.summary()]);
  if (!listed.ok) return listed;
  const figures = summary.ok ? summary.value.sites : [];
  return ok(
    listed.value.items.map((site) => ({
      site,
      figures: figures.find(({ publicationId }) => publicationId === site.id),
    })),
  );
}

const NoSites = () => (
  <EmptyState
    title="Nothing is published yet"
    text="Open a portfolio and press Publish: it gets an address of its own, and is listed here."
    action={
      <a className="ui-link" href="/">
        To your portfolios
      </a>
    }
  />
);

function DeleteDialog(props: {
  readonly site: Publication | null;
  readonly onClose: () => void;
  readonly onDelete: (site: Publication) => void;
}) {
  const { site, onClose, onDelete } = props;
  return (
    <Dialog
      title="Delete this site"
      role="alertdialog"
      isOpen={site !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      renderActs={({ close }) => (
        <>
          <Button onPress={close}>Keep it</Button>
          <Button
            variant="danger"
            onPress={() => {
              if (site) onDelete(site);
              close();
            }}
          >
            Delete it with every copy
          </Button>
        </>
      )}
    >
      <p>
        {site && shortAddress(site.url)} goes with its messages and visitor figures, and its address
        can be somebody else’s. The portfolio stays.
      </p>
    </Dialog>
  );
}
