import { expect, test } from "vitest";
import { databaseTrouble } from "../../src/store/database-trouble.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { inTransaction } from "../../src/store/transaction.ts";

test("a database that answers is no trouble; one that was closed, or is held by work that never ends, is", async () => {
  const database = await openDatabase("sqlite::memory:");
  const held = Promise.withResolvers<void>();

  expect(await databaseTrouble(database)).toBeNull();

  const working = inTransaction(database.queries, () => held.promise);
  await new Promise(setImmediate);
  expect(await databaseTrouble(database, 1)).toBe("the database does not answer in time");
  held.resolve();
  await working;
  expect(await databaseTrouble(database)).toBeNull();

  await database.close();
  expect(await databaseTrouble(database)).toBe("the database does not answer");
});
