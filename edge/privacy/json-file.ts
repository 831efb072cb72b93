const encoder = new TextEncoder();

/** A value as a file for people: JSON over several lines. */
export const json = (value: unknown): Uint8Array =>
  encoder.encode(`${JSON.stringify(value, null, 2)}\n`);
