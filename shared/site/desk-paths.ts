/** Paths of a published site’s host that are the service’s own: no file of a build is served there. */
export const DESK = {
  letter: "/-/letter",
  sent: "/-/sent",
  challenge: "/-/challenge",
  click: "/-/click",
} as const;

export const isDeskPath = (pathname: string): boolean => pathname.startsWith("/-/");

/** Files of a build for the service’s own use: a page in the site’s look with a place for words, and its picture. */
export const NOTE_PAGE = "-/note.html";
export const PICTURE_PAGE = "-/picture.html";
