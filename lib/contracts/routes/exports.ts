import { z } from "zod";
import { idOrSlug } from "../common.ts";
import { exportQuery } from "../exports.ts";
import { empty, route } from "../route.ts";

const described = route({
  id: "exportProject",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/export",
  summary: "A project's claims as a file, streamed: approved ones unless another state is asked for",
  tag: "Exports",
  scope: "export",
  params: z.strictObject({ w: idOrSlug, p: idOrSlug }),
  query: exportQuery,
  answer: empty,
});

/** Answers bytes: a file in the format asked for. */
export const exportProject = {
  ...described,
  stream: ["application/json", "text/csv", "application/ld+json"] as const,
};
