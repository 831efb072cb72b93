import { useEffect, useState } from "react";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import { PICTURE_SIZE } from "../../shared/site/share-picture.ts";
import type { PublishActs } from "./publish-acts.ts";

/** What people see of the site where its link is shared: as it will be, not as it was. */
export function SharePicture(props: {
  readonly acts: PublishActs;
  /** `null`: not known yet; what was drawn before stays. */
  readonly url: string | null;
  readonly hidden: readonly Hideable[];
}) {
  const { acts, url, hidden } = props;
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (url === null) return undefined;
    let isLeft = false;
    acts.drawPicture(url, hidden).then(
      (picture) => !isLeft && setShown(picture && URL.createObjectURL(picture)),
      () => !isLeft && setShown(null),
    );
    return () => {
      isLeft = true;
    };
  }, [acts, url, hidden]);
  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown]);
  if (shown === null) return null;
  return (
    <figure className="publish-picture">
      <img
        src={shown}
        alt="Your name, what you do and your address, as link previews show them"
        width={PICTURE_SIZE.width}
        height={PICTURE_SIZE.height}
      />
      <figcaption className="publish-note">Where your link is shared, people see this.</figcaption>
    </figure>
  );
}
