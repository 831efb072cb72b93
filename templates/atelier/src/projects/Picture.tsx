import { Cover } from "../covers/Cover";
import type { Piece } from "./pieces";

interface Props {
  piece: Piece;
  /** Pixels of CSS, of a few steps so that publishing makes few sizes of each picture. */
  width: 400 | 800 | 1200;
  /** Whether a reader meets the picture here, rather than what stands beside it. */
  isTold?: boolean;
  isFirst?: boolean;
}

/** A piece's first picture, or its cover. */
export function Picture({ piece, width, isTold = false, isFirst = false }: Props) {
  const { pictures, plan, ratio, title } = piece;
  const [first] = pictures;
  if (!first) return <Cover plan={plan} ratio={ratio} />;
  return (
    <img
      src={first}
      alt={isTold ? title : ""}
      width={width}
      height={Math.round(width / ratio)}
      loading={isFirst ? undefined : "lazy"}
      decoding="async"
    />
  );
}
