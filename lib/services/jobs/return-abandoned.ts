import { systemPermit } from "#lib/authz/system.ts";
import * as db from "#lib/db/assignments.ts";
import { record } from "../assignments/assignments.ts";
import { tellReturned } from "../assignments/change.ts";
import type { Job } from "./runner.ts";
import { systemCommand } from "./system-command.ts";

const DAY = 86_400_000;
/** So long after its date an assignment goes back, if its holder did nothing on the article for as long. */
const PATIENCE = 7 * DAY;
const REASON = "It was due more than 7 days ago, and nothing was done on the article for 7 days.";

/** Gives back what nobody works on any more, so that it can be given to somebody else. */
export const returnAbandoned: Job = {
  name: "return-abandoned",
  every: DAY / 24,
  run(workspaceId, at) {
    const permit = systemPermit("jobs", workspaceId);
    const before = new Date(at.getTime() - PATIENCE);
    return systemCommand(permit, at, async (inside) => {
      for (const row of await db.abandoned(inside.tx, permit, before, before)) {
        const end = { state: "returned", by: null, reason: REASON } as const;
        await db.endAssignment(inside.tx, permit, row.id, end, at);
        record(inside, row, "returned");
        await tellReturned(inside, row, REASON);
      }
    });
  },
};
