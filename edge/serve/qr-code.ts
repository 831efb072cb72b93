import { renderSVG } from "uqr";

/** The QR code of an address, as an SVG picture: dark on light, with its quiet zone. */
export const drawQr = (url: string): string => renderSVG(url);
