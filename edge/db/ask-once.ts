import type { Sql, TransactionSql } from "postgres";

/** A query of postgres.js before it is sent; `describeFirst` isn't among its types. */
interface Unsent {
  describeFirst?: boolean;
}

/**
 * The same client, but that a query is one way to the server and back. postgres.js (3.4.9) asks the server
 * for the types of a query's parameters before it sends them, and waits; what it would learn it doesn't
 * need here: drizzle has written every value as text, bytes or a boolean, which say what they are. A
 * client lasts one request, so that nothing is ever asked twice and remembered. Queries that are sent
 * together travel together, too.
 */
export function askOnce<C extends Sql | TransactionSql>(client: C): C {
  type Work = (inner: TransactionSql) => unknown;
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name, target) as (...given: unknown[]) => unknown;
      if (name === "unsafe") {
        return (...given: unknown[]) =>
          Object.defineProperty(own.apply(target, given) as Unsent, "describeFirst", {
            get: () => false,
            set() {
              // The client decides it just before it sends; what was decided here stays.
            },
          });
      }
      if (name !== "begin" && name !== "savepoint") return own;
      return (...given: unknown[]) => {
        const work = given.pop() as Work;
        return own.call(target, ...given, (inner: TransactionSql) => work(askOnce(inner)));
      };
    },
  });
}
