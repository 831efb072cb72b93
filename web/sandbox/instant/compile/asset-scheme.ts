/** Marks an asset in compiled CSS; the frame puts the asset's address in its place. */
export const ASSET_SCHEME = "cv2web-asset:";

/** Characters that would end a `url()`, quoted or not. */
const ENDS_URL = /['()]/g;

/** `cv2web-asset:src/my%20font.woff2`, safe inside `url()`. */
export const assetToken = (path: string): string =>
  ASSET_SCHEME +
  encodeURI(path).replace(ENDS_URL, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** Every token in a text, with the path it stands for. */
export const ASSET_TOKEN = new RegExp(`${ASSET_SCHEME}([^"')\\s]+)`, "g");

export const assetPath = (encoded: string): string => decodeURIComponent(encoded);
