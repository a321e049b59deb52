import { z } from "zod";
import { assessment, assessmentInput, assessmentsPage } from "../claims.ts";
import { id, idOrSlug } from "../common.ts";
import { revisionTag, route } from "../route.ts";

const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const tag = "Assessments";

export const listAssessments = route({
  id: "listAssessments",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/assessments",
  summary: "Everybody's judgement of a claim",
  tag,
  scope: "read",
  params: ofClaim,
  answer: assessmentsPage,
});

export const putAssessment = route({
  id: "putAssessment",
  method: "PUT",
  path: "/workspaces/{w}/claims/{c}/assessments",
  summary: "Put your own judgement in the place of your last one",
  tag,
  scope: "write",
  params: ofClaim,
  body: assessmentInput,
  answer: assessment,
  etag: revisionTag,
  problems: ["is-removed"],
});
