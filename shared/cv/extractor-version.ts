/**
 * Bump it with every change to `shared/cv` or `web/cv/read` that can change what a file gives: readings
 * are kept by it (R1.6), and an old one would hide the better rule for 30 days.
 */
export const EXTRACTOR_VERSION = 6;
