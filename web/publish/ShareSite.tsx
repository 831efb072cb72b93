import { useState } from "react";
import { publications as api, type Publication } from "../../shared/api/publications.ts";
import { Button } from "../ui/Button.tsx";
import { CopyLink } from "./CopyLink.tsx";
import { keepPng } from "./keep-png.ts";

/** The link to hand on: copied, shared by the device where it can, and as a QR code to keep. */
export function ShareSite({ site }: { readonly site: Publication }) {
  const [showsQr, setShowsQr] = useState(false);
  const canShare = typeof navigator.share === "function";
  // Who closes the device’s own sheet has changed their mind: there is nothing to say.
  const share = () => navigator.share({ url: site.url }).catch(() => undefined);
  return (
    <>
      <div className="publish-acts">
        <CopyLink url={site.url} />
        {canShare && (
          <Button size="small" onPress={() => void share()}>
            Share
          </Button>
        )}
        <Button size="small" onPress={() => setShowsQr(!showsQr)} aria-expanded={showsQr}>
          QR code
        </Button>
      </div>
      {showsQr && <QrCode site={site} />}
    </>
  );
}

function QrCode({ site }: { readonly site: Publication }) {
  const [hasFailed, setFailed] = useState(false);
  // The slug makes it another picture after the address has changed.
  const address = `${api.qrCode.path.replace("{publicationId}", site.id)}?of=${site.slug}`;
  const keep = () =>
    keepPng(address, `${site.slug}-qr.png`).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <div className="publish-qr">
      <img src={address} alt="QR code of the link" width={160} height={160} />
      <div className="publish-acts">
        <a className="ui-link" href={address} download={`${site.slug}-qr.svg`}>
          Download SVG
        </a>
        <Button size="small" variant="quiet" onPress={() => void keep()}>
          Download PNG
        </Button>
      </div>
      {hasFailed && (
        <p className="publish-note">This browser makes no PNG of it. Take the SVG instead.</p>
      )}
    </div>
  );
}
