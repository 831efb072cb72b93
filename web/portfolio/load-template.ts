import { kit } from "../generated/kit.ts";
import { templateKit } from "./template-kit.ts";

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export const templates = templateKit(kit, fetchBytes);
export const { listTemplates, loadTemplate, loadFontFaces } = templates;
