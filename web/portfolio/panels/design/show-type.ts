import type { FontFaces } from "../../../../shared/portfolio/project-fonts.ts";
import { TYPE_FAMILIES } from "../../../../shared/portfolio/type-families.ts";
import { fontFiles, type TypePair } from "../../../../shared/portfolio/type-pairs.ts";

const shown = new Set<string>();

/**
 * Makes a pair's upright Latin faces known to this page, so that the panel can set type in them.
 * Bytes that are no font are left out: the fallback is shown.
 */
export async function showType(pair: TypePair, faces: FontFaces): Promise<void> {
  const wanted = fontFiles(pair).filter(
    ({ name, subset, style }) => subset === "latin" && style === "normal" && !shown.has(name),
  );
  await Promise.all(
    wanted.map(async ({ name, familyId }) => {
      const bytes = faces[name];
      if (bytes === undefined) return;
      const { family, weight, stretch } = TYPE_FAMILIES[familyId];
      const face = new FontFace(family, new Uint8Array(bytes).buffer, {
        weight,
        ...(stretch === undefined ? {} : { stretch }),
      });
      shown.add(name);
      await face.load().then(
        (loaded) => document.fonts.add(loaded),
        () => shown.delete(name),
      );
    }),
  );
}
