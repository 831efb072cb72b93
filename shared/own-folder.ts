/** Where our own files lie on a machine: never part of the project. */
export const OWN_FOLDER = "node_modules/.cv2web";
/**
 * Says who serves the site there, in one line: process id, port, and the host name under which the provider
 * reaches it. The app's own dev server takes that one's place (web/sandbox/node/inside/take-over.mjs).
 */
export const SERVED_NOTE = `${OWN_FOLDER}/served`;
