/** Marks an asset in compiled CSS; the frame puts the asset's address in its place. */
export const ASSET_SCHEME = "cv2web-asset:";
