import type { TransactionSql } from "./client";
import type { Tx } from "./run";

/**
 * The bare connection of a transaction. Its statements are prepared once per connection, which the query
 * builder's are not: for what every expert does at every click.
 */
export const connectionOf = (tx: Tx): TransactionSql =>
  (tx._.session as unknown as { readonly client: TransactionSql }).client;
