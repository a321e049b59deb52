import { z } from "zod";
import {
  goldComparison,
  goldInput,
  goldItem,
  goldItems,
  goldOfArticle,
  qualityAnswer,
} from "../calibration.ts";
import { id, idOrSlug } from "../common.ts";
import { empty, route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const ofArticle = z.strictObject({ w: idOrSlug, a: id });
const tag = "Calibration";

export const listGold = route({
  id: "listGold",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/gold",
  summary: "Articles whose right answer is known",
  tag,
  scope: "admin",
  params: inProject,
  answer: goldItems,
});

export const getGold = route({
  id: "getGold",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/gold",
  summary: "Whether an article is gold, and by which of its layers it could be",
  tag,
  scope: "admin",
  params: ofArticle,
  answer: goldOfArticle,
});

export const putGold = route({
  id: "putGold",
  method: "PUT",
  path: "/workspaces/{w}/articles/{a}/gold",
  summary: "Train or check people on an article, by one of its layers",
  tag,
  scope: "admin",
  params: ofArticle,
  body: goldInput,
  answer: goldItem,
});

export const removeGold = route({
  id: "removeGold",
  method: "DELETE",
  path: "/workspaces/{w}/articles/{a}/gold",
  summary: "Let a gold article be like any other; scores taken stay",
  tag,
  scope: "admin",
  params: ofArticle,
  answer: empty,
  status: 204,
});

export const getGoldComparison = route({
  id: "getGoldComparison",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/gold/comparison",
  summary: "Your own layer of a training article beside the gold one, once you have finished it",
  tag,
  scope: "read",
  params: ofArticle,
  answer: goldComparison,
});

export const getQuality = route({
  id: "getQuality",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/quality",
  summary: "How people's work stands against gold layers: everybody's for admins, else your own",
  tag,
  scope: "read",
  params: inProject,
  answer: qualityAnswer,
});
