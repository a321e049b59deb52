import { z } from "zod";
import { id, idOrSlug } from "../common.ts";
import { articleLayers, articlesRelease, layersRelease, releaseOutcomes } from "../layers.ts";
import { route } from "../route.ts";

const inArticle = z.strictObject({ w: idOrSlug, a: id });
const tag = "Layers";

export const listLayers = route({
  id: "listLayers",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/layers",
  summary: "The layers of an article that you may see; of a blind project, how far its coders are, to admins",
  tag,
  scope: "read",
  params: inArticle,
  answer: articleLayers,
});

export const releaseLayers = route({
  id: "releaseLayers",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/layers/release",
  summary: "Show what each editor marked alone to all who may read the article; it cannot be taken back",
  tag,
  scope: "admin",
  params: inArticle,
  body: layersRelease,
  answer: articleLayers,
  problems: ["layers-unfinished", "nothing-to-release"],
});

export const releaseArticles = route({
  id: "releaseArticles",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/layers/release",
  summary: "Release the layers of several articles of a project, those that are ready",
  tag,
  scope: "admin",
  params: z.strictObject({ w: idOrSlug, p: idOrSlug }),
  body: articlesRelease,
  answer: releaseOutcomes,
});
