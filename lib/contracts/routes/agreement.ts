import { z } from "zod";
import {
  agreement,
  agreementFileQuery,
  agreementPassages,
  agreementRun,
  agreementStart,
  passagesQuery,
} from "../agreement.ts";
import { idOrSlug } from "../common.ts";
import { empty, route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const tag = "Agreement";

export const getAgreement = route({
  id: "getAgreement",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/agreement",
  summary: "How far coders agree: the newest report, and what has changed since",
  tag,
  scope: "read",
  params: inProject,
  answer: agreement,
});

export const startAgreement = route({
  id: "startAgreement",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/agreement",
  summary: "Have agreement reckoned in the background",
  tag,
  scope: "read",
  params: inProject,
  body: agreementStart,
  answer: agreementRun,
  status: 201,
  problems: ["nothing-to-compare"],
});

export const listAgreementPassages = route({
  id: "listAgreementPassages",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/agreement/passages",
  summary: "The passages behind one cell of two coders' confusion",
  tag,
  scope: "read",
  params: inProject,
  query: passagesQuery,
  answer: agreementPassages,
});

/** Answers bytes: CSV (RFC 4180). */
export const exportAgreement = {
  ...route({
    id: "exportAgreement",
    method: "GET",
    path: "/workspaces/{w}/projects/{p}/agreement/export",
    summary: "The figures of the newest report, or the reliability data they are made from, as CSV",
    tag,
    scope: "export",
    params: inProject,
    query: agreementFileQuery,
    answer: empty,
    problems: ["nothing-to-compare"],
  }),
  stream: ["text/csv"] as const,
};
