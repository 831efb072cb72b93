/** A picture as it lies in a document: a file of its own kind, or rows of RGB, 3 bytes a pixel. */
export type CvPicture =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | {
      readonly kind: "rows";
      readonly width: number;
      readonly height: number;
      readonly rgb: Uint8Array;
    };
