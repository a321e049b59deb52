import { z } from "zod";
import { activityPage, activityQuery } from "../activity.ts";
import { idOrSlug } from "../common.ts";
import { route } from "../route.ts";

export const listActivity = route({
  id: "listActivity",
  method: "GET",
  path: "/workspaces/{w}/activity",
  summary: "What happened, newest first: of what the caller may see",
  tag: "Activity",
  scope: "read",
  params: z.strictObject({ w: idOrSlug }),
  query: activityQuery,
  answer: activityPage,
});
