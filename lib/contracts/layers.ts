import { z } from "zod";
import { workStates } from "#core/review/state.ts";
import { id, line, timestamp } from "./common.ts";

const layer = z
  .object({
    id,
    kind: z.enum(["shared", "editor", "adjudicated"]),
    ownerId: id.nullable().meta({ description: "Whose blind layer it is" }),
    ownerName: z.string().nullable(),
    isReleased: z.boolean(),
    releasedAt: timestamp.nullable(),
    state: z.enum(workStates).meta({ description: "How far the work in it is" }),
    isVisible: z.boolean().meta({ description: "Whether the caller may look into it now" }),
  })
  .meta({ id: "Layer" });

export const codingStanding = {
  needed: z.int().meta({ description: "People the project asks for an article" }),
  hidden: z.int().meta({ description: "Layers begun that are not released" }),
  finished: z.int().meta({ description: "Of those, how many are finished" }),
  released: z.int(),
  waiting: z.int().meta({ description: "People who have the article and have not begun" }),
  standing: z.enum(["ready", "unfinished", "released", "empty"]),
};

/** The coding of an article of a blind project, in numbers, for those who may release it. */
export const codingNumbers = z.object(codingStanding).meta({ id: "CodingStanding" });
export type CodingNumbers = z.infer<typeof codingNumbers>;

export const articleLayers = z
  .object({
    articleId: id,
    items: z.array(layer),
    coding: z
      .object({ ...codingStanding, waitingFor: z.array(z.object({ userId: id, name: z.string() })) })
      .nullable()
      .meta({ description: "For those who may release them; null for others and in shared projects" }),
  })
  .meta({ id: "ArticleLayers" });
export type ArticleLayers = z.infer<typeof articleLayers>;

const release = {
  force: z.boolean().default(false).meta({ description: "Also where somebody has not finished" }),
  reason: line(1_000).default("").meta({ description: "Why, where it is forced; stays on record" }),
};
export const layersRelease = z.strictObject(release).meta({ id: "LayersRelease" });
export type LayersRelease = z.infer<typeof layersRelease>;

export const articlesRelease = z
  .strictObject({ articleIds: z.array(id).min(1).max(500), ...release })
  .meta({ id: "ArticlesRelease" });
export type ArticlesRelease = z.infer<typeof articlesRelease>;

export const releaseOutcomes = z
  .object({
    items: z.array(
      z.object({ articleId: id, outcome: z.enum(["released", "already", "unfinished", "empty"]) }),
    ),
  })
  .meta({
    id: "ReleaseOutcomes",
    description: "What became of each: only those `released` now were changed",
  });
export type ReleaseOutcomes = z.infer<typeof releaseOutcomes>;
