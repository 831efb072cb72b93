/** Whose address isn't known: on one machine everybody is the same person, and none is locked out. */
export const NO_ADDRESS = "local";

/**
 * The address a request came from. Cloudflare sets the header, and nobody else can on its network; what
 * a client says of itself elsewhere (`X-Forwarded-For`) isn't believed.
 */
export const addressOf = (request: Request): string =>
  request.headers.get("cf-connecting-ip") ?? NO_ADDRESS;
