import { z } from "zod";
import { id, idOrSlug } from "../common.ts";
import { presenceInput, presentList } from "../presence.ts";
import { route } from "../route.ts";

export const sayPresence = route({
  id: "sayPresence",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/presence",
  summary: "Say where you are in an article, every few seconds, and hear who else is there",
  tag: "Events",
  scope: "read",
  params: z.strictObject({ w: idOrSlug, a: id }),
  body: presenceInput,
  answer: presentList,
  bodyLimit: 2_000,
  rate: "presence",
});
