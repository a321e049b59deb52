import { reachDatabase, tablesReadByStrangers } from "#lib/db/health.ts";
import { log } from "#lib/platform/log.ts";

export type Check = { readonly name: "database" | "isolation"; readonly isWell: boolean };

/** Whether requests can be served: the database answers, and a row of a foreign workspace cannot be read. */
export async function readiness(): Promise<readonly Check[]> {
  const isReached = await passes("database", reachDatabase);
  const isIsolated =
    isReached &&
    (await passes("isolation", async () => {
      const seen = await tablesReadByStrangers();
      if (seen.length > 0) throw new Error(`a stranger reads rows of ${seen.join(", ")}`);
    }));
  return [
    { name: "database", isWell: isReached },
    { name: "isolation", isWell: isIsolated },
  ];
}

async function passes(name: Check["name"], check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    log().error({ err: error, check: name }, "not ready to serve");
    return false;
  }
}
