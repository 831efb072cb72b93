import type * as PdfJsModule from "pdfjs-dist";

/**
 * What the reading step needs of pdf.js. The browser's worker and Node give it each in their own way,
 * so that everything after it is the same code.
 */
export type PdfJs = typeof PdfJsModule;

export interface PdfEngine {
  readonly pdfjs: PdfJs;
  /** Where pdf.js finds its character maps, standard fonts and wasm decoders. */
  readonly sources: {
    readonly BinaryDataFactory?: unknown;
    readonly cMapUrl: string;
    readonly standardFontDataUrl: string;
    readonly wasmUrl: string;
  };
}

export type LoadPdfEngine = () => Promise<PdfEngine>;
