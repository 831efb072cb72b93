/**
 * pdf.js's own data (character maps for Chinese, Japanese and Korean, standard fonts, decoders), served
 * from our origin: the bundler gives each file a name with its hash, and pdf.js asks by the plain name.
 */
const files: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>("../../../node_modules/pdfjs-dist/cmaps/*.bcmap", {
    eager: true,
    import: "default",
    query: "?url&no-inline",
  }),
  ...import.meta.glob<string>("../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}", {
    eager: true,
    import: "default",
    query: "?url&no-inline",
  }),
  ...import.meta.glob<string>(
    "../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm",
    {
      eager: true,
      import: "default",
      query: "?url&no-inline",
    },
  ),
};

const urlOf = new Map(
  Object.entries(files).map(([path, url]) => [path.split("/").slice(-2).join("/"), url]),
);

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: "cmaps",
  standardFontDataUrl: "standard_fonts",
  wasmUrl: "wasm",
};

/** Where a file that pdf.js asks for is served; `undefined` when it isn't. */
export const pdfDataUrl = (kind: string, filename: string): string | undefined =>
  urlOf.get(`${FOLDERS[kind] ?? ""}/${filename}`);

class OwnBinaryDataFactory {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = pdfDataUrl(kind, filename);
    if (!url) throw new Error(`pdf.js asks for ${filename}, which is not served`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** What pdf.js takes as options; the addresses are never asked for, the factory answers. */
export function pdfDataSources(): {
  readonly BinaryDataFactory: unknown;
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
} {
  return {
    BinaryDataFactory: OwnBinaryDataFactory,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "standard_fonts/",
    wasmUrl: "wasm/",
  };
}
