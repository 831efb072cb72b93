import { useEffect, useState } from "react";
import { PICTURE_SIZE } from "../../shared/site/share-picture.ts";
import type { PublishActs, Shown } from "./publish-acts.ts";

/** What people see of the site where its link is shared: as it will be, not as it was. */
export function SharePicture(props: {
  readonly acts: PublishActs;
  /** `null`: not known yet; what was drawn before stays. */
  readonly url: string | null;
  readonly shown: Shown;
}) {
  const { acts, url } = props;
  const { hidden, versionId } = props.shown;
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (url === null) return undefined;
    let isLeft = false;
    acts.drawPicture(url, { hidden, versionId }).then(
      (drawn) => !isLeft && setPicture(drawn && URL.createObjectURL(drawn)),
      () => !isLeft && setPicture(null),
    );
    return () => {
      isLeft = true;
    };
  }, [acts, url, hidden, versionId]);
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);
  if (picture === null) return null;
  return (
    <figure className="publish-picture">
      <img
        src={picture}
        alt="Your name, what you do and your address, as link previews show them"
        width={PICTURE_SIZE.width}
        height={PICTURE_SIZE.height}
      />
      <figcaption className="publish-note">Where your link is shared, people see this.</figcaption>
    </figure>
  );
}
