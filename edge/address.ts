/** Whose address isn't known: on one machine everybody is the same person, and none is locked out. */
export const NO_ADDRESS = "local";

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * The address a request came from. Cloudflare sets the header, and nobody else can on its network; what
 * a client says of itself elsewhere (`X-Forwarded-For`) isn't believed. On one machine the local serve
 * hears this machine alone: itself, or a proxy on it, which is nobody's address unless it sets the header.
 */
export function addressOf(request: Request): string {
  const address = request.headers.get("cf-connecting-ip");
  return address === null || LOOPBACK.test(address) ? NO_ADDRESS : address;
}
