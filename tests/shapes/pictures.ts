import { PICTURES } from "./shapes.ts";

/** Somebody before a window: enough of a photo to see how it is cropped and what stands beside it. */
const person = (width: number, height: number, x: number) => {
  const [head, top] = [height * 0.17, height * 0.4];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="wall" x2="1" y2="1"><stop stop-color="#d9c9b4"/><stop offset="1" stop-color="#8c7560"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#wall)"/>
<rect x="${width * 0.06}" y="${height * 0.08}" width="${height * 0.3}" height="${height * 0.46}" fill="#f4ecd8"/>
<path d="M${x - head * 2.1} ${height}q0-${height * 0.4} ${head * 2.1}-${height * 0.4}t${head * 2.1} ${height * 0.4}z" fill="#2f3e46"/>
<rect x="${x - head * 0.35}" y="${top}" width="${head * 0.7}" height="${head * 1.4}" fill="#b98263"/>
<ellipse cx="${x}" cy="${top}" rx="${head * 0.82}" ry="${head}" fill="#c98f6d"/>
<path d="M${x - head} ${top}q0-${head * 1.4} ${head}-${head * 1.4}t${head} ${head * 1.4}q-${head * 0.5}-${head * 0.9}-${head * 1.1}-${head * 0.7}t-${head * 0.9} ${head * 0.7}z" fill="#33241b"/>
</svg>`;
};

/** The pictures of the shapes, by the path at which they are served. */
export const pictureFiles: ReadonlyMap<string, string> = new Map([
  [PICTURES.portrait, person(600, 900, 330)],
  [PICTURES.wide, person(1600, 700, 1000)],
]);
