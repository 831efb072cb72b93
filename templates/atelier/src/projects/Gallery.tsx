import { Filters } from "./Filters";
import { pieces } from "./pieces";
import { Tile } from "./Tile";

/** As many pictures as may be seen before a page is scrolled. */
const FIRST = 3;

/** The wall. */
export function Gallery() {
  return (
    <>
      <Filters />
      <ul className="wall">
        {pieces.map((piece, i) => (
          <Tile key={piece.id} piece={piece} isFirst={i < FIRST} />
        ))}
      </ul>
    </>
  );
}
