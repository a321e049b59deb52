import { expect, it } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { database } from "./client.ts";

await testDatabase();

it("plans a statement once a connection, however often it is asked", async () => {
  const kept = await database().$transaction(async (tx) => {
    for (let asked = 0; asked < 3; asked += 1) await tx.$queryRaw`select ${asked}::int as asked`;
    return tx.$queryRaw<{ planned: bigint; runs: bigint }[]>`
      select count(*) as planned, sum(generic_plans + custom_plans) as runs from pg_prepared_statements
      where statement = 'select $1::int as asked'`;
  });
  expect(kept.map(({ planned, runs }) => [Number(planned), Number(runs)])).toEqual([[1, 3]]);
});
