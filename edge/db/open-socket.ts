import { connect, type Socket } from "node:net";

/** Milliseconds until a connection attempt is given up. */
const CONNECT_WITHIN_MS = 5_000;

/**
 * A connected socket, for postgres.js: its own one for workers rejects, unheard, a read that is under way
 * when a connection ends (3.4.9), which would be an error in the log of each request.
 */
export function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((settle, reject) => {
    const socket = connect({ host, port });
    const tooLong = setTimeout(() => {
      socket.destroy();
      reject(new Error(`Postgres didn’t answer within ${CONNECT_WITHIN_MS} ms.`));
    }, CONNECT_WITHIN_MS);
    socket.once("connect", () => {
      clearTimeout(tooLong);
      socket.off("error", reject);
      settle(socket);
    });
    socket.once("error", (error) => {
      clearTimeout(tooLong);
      reject(error);
    });
  });
}
