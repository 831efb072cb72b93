import type { FileContent } from "../../shared/project.ts";

const encoder = new TextEncoder();

/** The key of a content: `t-` or `b-` and its SHA-256. The letter keeps text apart from equal bytes. */
export async function contentKey(content: FileContent): Promise<string> {
  const text = typeof content === "string";
  const bytes = text ? encoder.encode(content) : content;
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return `${text ? "t" : "b"}-${hex.join("")}`;
}
