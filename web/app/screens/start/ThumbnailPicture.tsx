import { useCallback } from "react";
import type { Thumbnail } from "../../../../shared/ports/portfolio-storage.ts";

/** The small picture of a portfolio; a blank page where there is none yet. */
export function ThumbnailPicture({ thumbnail }: { readonly thumbnail: Thumbnail | null }) {
  if (thumbnail === null) return <span className="shelf-blank" />;
  if (thumbnail.type === "text/html") {
    return (
      <iframe
        title="Picture of the site"
        srcDoc={typeof thumbnail.content === "string" ? thumbnail.content : ""}
        sandbox=""
        tabIndex={-1}
        inert
        loading="lazy"
      />
    );
  }
  // A string is a data URL already, or the text of an SVG.
  if (typeof thumbnail.content === "string" && thumbnail.content.startsWith("data:"))
    return <img src={thumbnail.content} alt="" loading="lazy" />;
  return <BytesPicture type={thumbnail.type} content={thumbnail.content} />;
}

function BytesPicture({ type, content }: Thumbnail) {
  const draw = useCallback(
    (image: HTMLImageElement) => {
      const part = typeof content === "string" ? content : new Uint8Array(content);
      image.src = URL.createObjectURL(new Blob([part], { type }));
      return () => URL.revokeObjectURL(image.src);
    },
    [type, content],
  );
  return <img ref={draw} alt="" />;
}
