import { z } from "zod";
import { documentTypes, identifications, sourceTypes } from "#core/provenance/facets.ts";
import { id, line, page, pageQuery, required, timestamp } from "./common.ts";

const nullable = (max: number) => line(max).nullable();
const fields = {
  name: required(300),
  type: z.enum(sourceTypes),
  documentType: z.enum(documentTypes).nullable(),
  identification: z.enum(identifications),
  affiliation: nullable(100),
  role: nullable(100),
  roleTitle: nullable(300),
  roleStatus: nullable(50),
  issuedBy: id.nullable(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .nullable(),
  access: nullable(1_000),
  motive: nullable(1_000),
  expertise: nullable(1_000),
  notes: line(10_000),
  aliases: z.array(required(300)).max(100),
  /** An anonymous source is an entry of this one article (rules.md 1). */
  articleId: id.nullable(),
};

export const sourceCreate = z
  .strictObject({
    id: id.optional(),
    ...z.object(fields).partial().required({ name: true, type: true, identification: true }).shape,
  })
  .meta({ id: "SourceCreate" });
export type SourceCreate = z.infer<typeof sourceCreate>;
export const sourcePatch = z
  .strictObject(z.object(fields).omit({ articleId: true }).partial().shape)
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .meta({ id: "SourcePatch" });
export type SourcePatch = z.infer<typeof sourcePatch>;

export const source = z
  .object({
    id,
    name: z.string(),
    type: z.enum(sourceTypes),
    documentType: z.enum(documentTypes).nullable(),
    identification: z.enum(identifications),
    affiliation: z.string().nullable(),
    role: z.string().nullable(),
    roleTitle: z.string().nullable(),
    roleStatus: z.string().nullable(),
    issuedBy: id.nullable(),
    wikidata: z.string().nullable(),
    access: z.string().nullable(),
    motive: z.string().nullable(),
    expertise: z.string().nullable(),
    notes: z.string(),
    aliases: z.array(z.string()),
    articleId: id.nullable(),
    mergedInto: id.nullable(),
    revision: z.int(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof source>;

export const sourceRow = source
  .extend({ claimCount: z.int(), articleCount: z.int() })
  .meta({ id: "SourceRow" });
export type SourceRow = z.infer<typeof sourceRow>;
export const sourcesQuery = z.strictObject({
  ...pageQuery,
  q: line(200).optional(),
  type: z.enum(sourceTypes).optional(),
  /** Offers this article's anonymous sources beside the named ones; no other article's. */
  article: id.optional(),
});
export type SourcesQuery = z.infer<typeof sourcesQuery>;
export const sourcesPage = page(sourceRow);
export type SourcesPage = z.infer<typeof sourcesPage>;
export const mergeInput = z.strictObject({ into: id, reason: required(2_000).optional() });
