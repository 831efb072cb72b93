/** Sharp on paper up to about 9 cm (300 dots an inch); pixels. */
const SIDE = 1_024;

/** Downloads a square picture of this origin as PNG. @throws where the browser can’t draw it */
export async function keepPng(address: string, name: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  // Modules stay square: nothing is blurred at their edges.
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, SIDE, SIDE);
  const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/png"));
  if (blob === null) throw new Error("no PNG");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
