import type { Sql, TransactionSql } from "postgres";

/**
 * The same client, but that each query begins with the id of the request that it is made for (R5.7). A
 * comment, since `application_name` belongs to a connection, and those of a pool are many requests'. No
 * statement is lost by it: a client, with what it prepared, lasts one request.
 * @param requestId of letters, digits, `_` and `-` alone; with anything else nothing is marked
 */
export function markQueries<C extends Sql | TransactionSql>(client: C, requestId: string): C {
  if (!/^[\w-]+$/.test(requestId)) return client;
  const mark = `/* request ${requestId} */ `;
  type Work = (inner: TransactionSql) => unknown;
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name, target) as (...given: unknown[]) => unknown;
      if (name === "unsafe") {
        return (query: string, ...rest: unknown[]) => own.call(target, mark + query, ...rest);
      }
      if (name !== "begin" && name !== "savepoint") return own;
      return (...given: unknown[]) => {
        const work = given.pop() as Work;
        return own.call(target, ...given, (inner: TransactionSql) =>
          work(markQueries(inner, requestId)),
        );
      };
    },
  });
}
