import type { Sql, TransactionSql } from "./client";

type Begin = (...given: [...options: string[], run: (tx: TransactionSql) => unknown]) => Promise<unknown>;

/**
 * A transaction whose connection died is over, also for code that still runs in it. postgres.js would send its
 * further statements over whatever connection comes next, outside any transaction or inside somebody else's; and
 * when that code ends, a COMMIT or ROLLBACK that ends somebody else's transaction, who then believe that theirs
 * was committed (its issue 1216). A BEGIN that was given to a dying connection is now and then never answered at all:
 * one that has waited too long is refused, and should it still be answered, rolled back.
 */
export function refuseAfterLoss(sql: Sql): void {
  const begin = sql.begin.bind(sql) as Begin;
  const guarded: Begin = async (...given) => {
    const run = given.pop() as (tx: TransactionSql) => unknown;
    const waiting = patience();
    let over = false;
    try {
      const work = begin(...(given as string[]), (tx) => {
        waiting.end();
        if (over) throw closedError("The transaction began too late.");
        return unless(
          () => over,
          async () => run(guard(tx, () => over)),
        );
      });
      return await Promise.race([work, waiting.refusal]);
    } finally {
      waiting.end();
      over = true;
    }
  };
  Object.assign(sql, { begin: guarded });
}

/** How long a transaction may wait for a connection, in milliseconds; long ones hold theirs for some seconds. */
const LONGEST_WAIT = 8000;

function patience(): { readonly refusal: Promise<never>; readonly end: () => void } {
  let end = () => {};
  const refusal = new Promise<never>((_, reject) => {
    const timer = setTimeout(
      () => reject(closedError("The database gave no connection in time.")),
      LONGEST_WAIT,
    );
    end = () => clearTimeout(timer);
  });
  return { refusal, end };
}

const closedError = (message: string): Error =>
  Object.assign(new Error(message), { code: "CONNECTION_CLOSED" });

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
    if (over()) throw closedError("The transaction is over.");
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
