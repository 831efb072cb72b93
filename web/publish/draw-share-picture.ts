import type { ProjectFiles } from "../../shared/project.ts";
import { fontFacesOf, type FontFaceSource } from "../../shared/site/font-faces.ts";
import {
  PICTURE_SIZE,
  setPicture,
  type Shape,
  type Type,
} from "../../shared/site/share-picture.ts";
import { shareSubject } from "../../shared/site/share-subject.ts";

type Context = CanvasRenderingContext2D;

/** Faces of a project are loaded under names of their own, apart from the app’s. */
const OWN = "Share ";

/**
 * Draws what link previews show of a site, as PNG: in this browser, with the project’s own fonts and
 * colours. `null` where the browser draws nothing; a site can do without.
 * @param files the project with private fields taken out, so that a hidden photo isn’t there to draw
 * @param url the site’s address
 */
export async function drawSharePicture(
  files: ProjectFiles,
  url: string,
): Promise<Uint8Array | null> {
  const subject = shareSubject(files, url);
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_SIZE.width;
  canvas.height = PICTURE_SIZE.height;
  const context = canvas.getContext("2d");
  if (subject === null || context === null) return null;
  const photo = subject.photo && (await decode(subject.photo));
  const { words, look } = subject;
  const wanted = `${look.display},${look.text}`;
  const faces = await loadFaces(
    fontFacesOf(files).filter(
      ({ family, descriptors }) => descriptors.style === "normal" && wanted.includes(family),
    ),
  );
  try {
    context.direction = words.direction;
    const families = new Set(faces.map(({ family }) => family.replace(/^"|"$/g, "")));
    const shapes = setPicture(words, look, {
      hasPhoto: photo !== null,
      measure: (text, type) => {
        setType(context, type, families);
        return context.measureText(text).width;
      },
    });
    for (const shape of shapes) draw(context, shape, families, photo);
    const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/png"));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } finally {
    for (const face of faces) document.fonts.delete(face);
    photo?.close();
  }
}

async function loadFaces(sources: readonly FontFaceSource[]): Promise<readonly FontFace[]> {
  const loaded = await Promise.allSettled(
    sources.map(async ({ family, bytes, descriptors }) => {
      const face = new FontFace(OWN + family, bytes as Uint8Array<ArrayBuffer>, descriptors);
      document.fonts.add(await face.load());
      return face;
    }),
  );
  // A file that is no font: the next of the stack is drawn instead.
  return loaded.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

const decode = (bytes: Uint8Array): Promise<ImageBitmap | null> =>
  createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>])).catch(() => null);

function setType(context: Context, { family, weight, size, tracking }: Type, own: Set<string>) {
  const stack = family
    .split(",")
    .map((name) => name.trim().replace(/^["']|["']$/g, ""))
    .map((name) => (own.has(OWN + name) ? `"${OWN}${name}"` : quoted(name)));
  context.font = `${weight} ${size}px ${stack.join(", ")}`;
  // Letters of joined scripts must touch.
  if (context.direction === "ltr") context.letterSpacing = `${tracking * size}px`;
}

/** A generic family is a word of CSS; any other name is a text. */
const quoted = (name: string) =>
  /^(serif|sans-serif|monospace|system-ui|ui-[a-z-]+)$/.test(name)
    ? name
    : `"${name.replace(/["\\]/g, "")}"`;

function draw(context: Context, shape: Shape, own: Set<string>, photo: ImageBitmap | null): void {
  if (shape.kind === "text") {
    setType(context, shape.type, own);
    context.fillStyle = shape.colour;
    context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
    context.fillText(shape.words, shape.x, shape.y);
    return;
  }
  const { x, y, width, height } = shape;
  if (shape.kind === "photo") {
    if (photo) drawCovering(context, photo, { x, y, width, height });
    return;
  }
  context.fillStyle = shape.colour;
  context.beginPath();
  context.roundRect(x, y, width, height, shape.radius);
  context.fill();
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fills the frame; of a portrait that is too tall the upper part stays, where the face is. */
function drawCovering(context: Context, photo: ImageBitmap, { x, y, width, height }: Frame): void {
  const scale = Math.max(width / photo.width, height / photo.height);
  const [seenWidth, seenHeight] = [width / scale, height / scale];
  const left = (photo.width - seenWidth) / 2;
  const top = (photo.height - seenHeight) * 0.2;
  context.drawImage(photo, left, top, seenWidth, seenHeight, x, y, width, height);
}
