/** Bytes of a file of our own origin. @throws when there is none */
export async function assetBytes(assets: Fetcher, path: string): Promise<Uint8Array> {
  const response = await assets.fetch(new URL(path, "https://assets.local"));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
