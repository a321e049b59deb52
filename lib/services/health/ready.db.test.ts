import pg from "pg";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk } from "../../../tests/support/people.ts";
import { readiness } from "./ready.ts";

const { url } = await testDatabase();

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe("readiness", () => {
  it("is well while no row of a foreign workspace can be read, and not once one can", async () => {
    await desk();
    const well = { database: true, isolation: true };
    const found = async () =>
      Object.fromEntries((await readiness()).map(({ name, isWell }) => [name, isWell]));
    expect(await found()).toEqual(well);
    await asOwner("create policy open_door on projects using (true)");
    expect(await found()).toEqual({ database: true, isolation: false });
    await asOwner("drop policy open_door on projects");
    expect(await found()).toEqual(well);
  });
});
