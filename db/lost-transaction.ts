import type { Sql, TransactionSql } from "./client";

type Begin = (...given: [...options: string[], run: (tx: TransactionSql) => unknown]) => Promise<unknown>;

/**
 * A transaction whose connection died is over, also for code that still runs in it. postgres.js would send its
 * further statements over whatever connection comes next, outside any transaction or inside somebody else's; and
 * when that code ends, a COMMIT or ROLLBACK that ends somebody else's transaction, who then believe that theirs
 * was committed (its issue 1216).
 */
export function refuseAfterLoss(sql: Sql): void {
  const begin = sql.begin.bind(sql) as Begin;
  const guarded: Begin = async (...given) => {
    const run = given.pop() as (tx: TransactionSql) => unknown;
    let over = false;
    try {
      return await begin(...(given as string[]), (tx) =>
        unless(
          () => over,
          async () => run(guard(tx, () => over)),
        ),
      );
    } finally {
      over = true;
    }
  };
  Object.assign(sql, { begin: guarded });
}

/** What `run` comes to; nothing ever, when it is over by then: whoever waited was told already. */
const unless = <T>(over: () => boolean, run: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    run().then(
      (value) => over() || resolve(value),
      (error: unknown) => over() || reject(error),
    );
  });

function guard(tx: TransactionSql, over: () => boolean): TransactionSql {
  const check = () => {
    if (!over()) return;
    throw Object.assign(new Error("The transaction is over."), { code: "CONNECTION_CLOSED" });
  };
  return new Proxy(tx, {
    apply(target, self, given) {
      check();
      return Reflect.apply(target, self, given);
    },
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name !== "unsafe" && name !== "savepoint") return found;
      return (...given: unknown[]) => {
        check();
        return Reflect.apply(found as () => unknown, target, given);
      };
    },
  });
}
