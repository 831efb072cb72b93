import type { BuildOutput } from "../../shared/build.ts";
import { zipFiles } from "./zip-files.ts";

/** The built site, `index.html` at the top: what hosts that take a folder or ZIP expect. */
export const zipSite = (output: BuildOutput): Promise<Uint8Array> => zipFiles(output.files, "");
