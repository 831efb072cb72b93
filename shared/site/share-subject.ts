import { asHex } from "../portfolio/contrast.ts";
import { readResume } from "../portfolio/read-resume.ts";
import { readTheme } from "../portfolio/read-theme.ts";
import type { ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { initialsOf } from "./favicon.ts";
import { photoFile } from "./hidden-fields.ts";
import { pictureLook, type PictureLook, type PictureWords } from "./share-picture.ts";

export interface ShareSubject {
  readonly words: PictureWords;
  readonly look: PictureLook;
  /** The person’s photo where the project has its file: one on another server isn’t drawn. */
  readonly photo: Uint8Array | null;
}

/** Whom and what the shared picture shows. `null` when the résumé can’t be read. */
export function shareSubject(files: ProjectFiles, url: string): ShareSubject | null {
  const resume = readResume(files);
  if (!resume.ok) return null;
  const { basics = {} } = resume.value;
  const name = basics.name?.trim() ?? "";
  const theme = readTheme(files);
  const path = photoFile(files, basics.image);
  const photo = path === null ? null : files[path];
  return {
    words: {
      name: name || addressWords(url),
      label: basics.label?.trim() ?? "",
      place: basics.location?.city?.trim() ?? "",
      address: name === "" ? "" : addressWords(url),
      initials: markOf(name),
      direction: directionOf(resume.value),
    },
    look: inHex(pictureLook(theme.ok ? theme.value : null)),
    photo: photo instanceof Uint8Array ? photo : null,
  };
}

/** Two letters side by side are initials in these scripts alone: others are broader, or join them. */
function markOf(name: string): string {
  const initials = initialsOf(name);
  const isPair = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+$/u.test(initials);
  return isPair ? initials : [...initials].slice(0, 1).join("");
}

const addressWords = (url: string) => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

/** Languages written from right to left (the templates’ own list). */
const directionOf = ({ meta }: Resume): "ltr" | "rtl" =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(meta?.language ?? "") ? "rtl" : "ltr";

/** Colours as every canvas takes them; what can’t be read stays as it is. */
function inHex(look: PictureLook): PictureLook {
  const hex = (colour: string) => asHex(colour) ?? colour;
  const { ground, name, label, quiet, line, mark, onMark } = look;
  return {
    ...look,
    ground: hex(ground),
    name: hex(name),
    label: hex(label),
    quiet: hex(quiet),
    line: hex(line),
    mark: hex(mark),
    onMark: hex(onMark),
  };
}
