import { useCallback } from "react";
import type { Publication } from "../../shared/api/publications.ts";
import { shortAddress, stateWords } from "../publish/publish-words.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/Menu.tsx";
import { amount } from "./figure-words.ts";
import type { ListedSite, SitesActs } from "./sites-acts.ts";
import { useRead } from "../ui/use-read.ts";

export interface SiteCardProps extends ListedSite {
  readonly acts: Pick<SitesActs, "picture">;
  readonly onUnpublish: () => void;
  readonly onDelete: () => void;
}

/** One site: its picture, address and state, who came and who wrote, and what can be done with it. */
export function SiteCard({ site, figures, acts, onUnpublish, onDelete }: SiteCardProps) {
  const address = shortAddress(site.url);
  const isLive = site.state === "live";
  return (
    <article className="site" aria-label={address}>
      <SitePicture site={site} acts={acts} />
      <div className="site-words">
        <h2>
          {isLive ? (
            <Link href={site.url} isExternal>
              {address}
            </Link>
          ) : (
            address
          )}
        </h2>
        <p className="site-state" data-state={site.state}>
          {stateWords(site)}
        </p>
        <SiteFigures site={site} figures={figures} />
      </div>
      <SiteMenu {...{ site, onUnpublish, onDelete }} />
    </article>
  );
}

function SiteFigures({ site, figures }: ListedSite) {
  const address = shortAddress(site.url);
  return (
    <dl className="site-figures">
      <div>
        <dt>Visitors, 30 days</dt>
        <dd>
          <a className="ui-link" href={`/sites/${site.id}/visitors`}>
            {figures === undefined ? "–" : amount(figures.visitors)}
            <span className="visually-hidden"> visitors of {address}</span>
          </a>
        </dd>
      </div>
      <div>
        <dt>Unread messages</dt>
        <dd>
          <a className="ui-link" href="/inbox">
            {figures === undefined ? "–" : amount(figures.unread)}
            <span className="visually-hidden"> unread messages to {address}</span>
          </a>
        </dd>
      </div>
    </dl>
  );
}

function SiteMenu(
  props: Pick<SiteCardProps, "onUnpublish" | "onDelete"> & { readonly site: Publication },
) {
  const { site, onUnpublish, onDelete } = props;
  const address = shortAddress(site.url);
  const isLive = site.state === "live";
  const studio = site.portfolioId === "" ? null : `/studio/${site.portfolioId}`;
  return (
    <Menu
      label={`What to do with ${address}`}
      placement="bottom end"
      trigger={<IconButton label={`More for ${address}`} icon="ellipsis" />}
    >
      <MenuItem
        icon="globe"
        isDisabled={!isLive}
        {...(isLive && { href: site.url, target: "_blank" })}
      >
        Open
      </MenuItem>
      <MenuItem
        icon="pencil"
        isDisabled={studio === null}
        {...(studio !== null && { href: studio })}
      >
        Change in the studio
      </MenuItem>
      <MenuItem icon="eye" href={`/sites/${site.id}/visitors`}>
        Visitors
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="eye-off" isDisabled={!isLive} onAction={onUnpublish}>
        Take it down
      </MenuItem>
      <MenuItem icon="trash-2" tone="danger" onAction={onDelete}>
        Delete
      </MenuItem>
    </Menu>
  );
}

/** The site as it was published, small: a page that runs nothing. */
function SitePicture({ site, acts }: Pick<SiteCardProps, "acts"> & { readonly site: Publication }) {
  const { id, buildId } = site;
  const read = useCallback(
    // Each build has a picture of its own.
    () => (buildId === null ? Promise.resolve(NO_PICTURE) : acts.picture(id)),
    [acts, id, buildId],
  );
  const { reading } = useRead(read);
  const html = reading.status === "there" ? reading.value.html : null;
  return (
    <div className="site-picture">
      {html !== null && (
        <iframe title="Picture of the site" srcDoc={html} sandbox="" tabIndex={-1} inert />
      )}
    </div>
  );
}
const NO_PICTURE = { ok: true, value: { html: null } } as const;
