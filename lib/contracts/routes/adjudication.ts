import { z } from "zod";
import { adjudication, agreedInput, decisionCreate, toAdjudicate } from "../adjudication.ts";
import { id, idOrSlug } from "../common.ts";
import { route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const ofArticle = z.strictObject({ w: idOrSlug, a: id });
const tag = "Adjudication";

export const listToAdjudicate = route({
  id: "listToAdjudicate",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/adjudication",
  summary: "Articles with layers that you may compare and settle, most left first",
  tag,
  scope: "review",
  params: inProject,
  answer: toAdjudicate,
});

export const getAdjudication = route({
  id: "getAdjudication",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/adjudication",
  summary: "What several coders marked in an article, side by side, and what was decided",
  tag,
  scope: "review",
  params: ofArticle,
  answer: adjudication,
  problems: ["own-work", "nothing-to-compare"],
});

export const decideUnit = route({
  id: "decideUnit",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/adjudication/decisions",
  summary: "Take one coder's claim, combine some, write another, or take none",
  tag,
  scope: "review",
  params: ofArticle,
  body: decisionCreate,
  answer: adjudication,
  status: 201,
  problems: [
    "own-work",
    "nothing-to-compare",
    "unit-changed",
    "already-decided",
    "parent-undecided",
    "version-moved",
  ],
});

export const takeAgreed = route({
  id: "takeAgreed",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/adjudication/agreed",
  summary: "Take over everything that all coders marked and say the same of",
  tag,
  scope: "review",
  params: ofArticle,
  body: agreedInput,
  answer: adjudication,
  status: 201,
  problems: ["own-work", "nothing-to-compare", "unit-changed"],
});

export const undoDecision = route({
  id: "undoDecision",
  method: "DELETE",
  path: "/workspaces/{w}/articles/{a}/adjudication/decisions/{j}",
  summary: "Take a decision back, until somebody has built on it",
  tag,
  scope: "review",
  params: z.strictObject({ w: idOrSlug, a: id, j: id }),
  answer: adjudication,
  problems: ["own-work", "nothing-to-compare", "built-on", "has-children"],
});
