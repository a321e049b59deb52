import { z } from "zod";
import { familyIds } from "#core/provenance/codebook.ts";
import { claimStates } from "#core/review/state.ts";
import { id, line, page, pageQuery, required, timestamp } from "./common.ts";

const categoryId = z.string().min(1).max(80);
const checkRank = z.int().min(1).max(8).nullable().meta({
  description: "1: a reader can check it best, to 8; null: no rank",
});
const family = z.enum(familyIds);

const category = z.object({
  id: categoryId,
  family,
  key: z.int(),
  label: z.string(),
  definition: z.string(),
  example: z.string(),
  notToBeConfusedWith: z.string(),
  decisionRule: z.string(),
  checkRank: z.int().nullable(),
  isRetired: z.boolean(),
  mergedInto: z.string().optional().meta({ description: "Of a retired one: what is taken in its place" }),
  splitFrom: z.string().optional().meta({ description: "What claims had before this one was told apart" }),
});
const codebook = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    families: z.array(z.object({ id: family, key: z.int(), label: z.string(), definition: z.string() })),
    categories: z.array(category),
  })
  .meta({ id: "CodebookContent" });

const head = z.object({ id: z.string(), name: z.string(), version: z.int(), createdAt: timestamp });
export const codebooks = z.object({ items: z.array(head) });
export type Codebooks = z.infer<typeof codebooks>;

const versionHead = z.object({
  version: z.int(),
  note: z.string(),
  createdBy: id.nullable().meta({ description: "Null of the one that came with the workspace" }),
  createdAt: timestamp,
});
export type CodebookVersion = z.infer<typeof versionHead>;

export const codebookAnswer = z
  .object({
    codebook: codebook.meta({ description: "The newest version" }),
    versions: z.array(versionHead).meta({ description: "Newest first" }),
    uses: z
      .array(z.object({ category: categoryId, claims: z.int() }))
      .meta({ description: "How many claims name each category, of those you may see" }),
    projects: z.array(
      z.object({ id, slug: z.string(), name: z.string(), version: z.int(), archived: z.boolean() }),
    ),
    mayEdit: z.boolean(),
  })
  .meta({ id: "CodebookOfWorkspace" });
export type CodebookAnswer = z.infer<typeof codebookAnswer>;

export const codebookVersion = versionHead.extend({ codebook }).meta({ id: "CodebookVersion" });
export type WholeVersion = z.infer<typeof codebookVersion>;

const reason = z
  .object({
    kind: z.enum(["definition", "decision_rule", "retired", "merged", "split", "unknown"]).meta({
      description: "`unknown`: the version is an older one that does not have the category yet",
    }),
    into: z.array(categoryId).meta({ description: "What it was merged or split into" }),
  })
  .meta({ id: "LookReason" });
export type LookReasonAnswer = z.infer<typeof reason>;

const changedCategory = z.object({
  id: categoryId,
  before: category.nullable(),
  after: category.nullable(),
  fields: z.array(z.string()).meta({ description: "What differs, where both versions have it" }),
});
export type ChangedCategory = z.infer<typeof changedCategory>;

export const codebookChanges = z
  .object({
    from: z.int(),
    to: z.int(),
    categories: z.array(changedCategory),
    look: z
      .array(z.object({ category: categoryId, reasons: z.array(reason) }))
      .meta({ description: "Categories whose claims are worth another look" }),
  })
  .meta({ id: "CodebookChanges" });
export type CodebookChanges = z.infer<typeof codebookChanges>;
const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
export const changesQuery = z.strictObject({ from: versionNumber, to: versionNumber });

const text = line(2_000);
const words = {
  label: line(120),
  definition: text,
  example: text,
  notToBeConfusedWith: text,
  decisionRule: text,
};
const change = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("add"),
      id: categoryId,
      family,
      checkRank,
      splitFrom: categoryId.optional(),
      ...words,
    }),
    z.strictObject({ kind: z.literal("reword"), id: categoryId, ...partial(words) }),
    z.strictObject({ kind: z.literal("order"), family, ids: z.array(categoryId).max(200) }),
    z.strictObject({ kind: z.literal("rank"), id: categoryId, checkRank }),
    z.strictObject({ kind: z.literal("retire"), id: categoryId }),
    z.strictObject({ kind: z.literal("bring_back"), id: categoryId }),
    z.strictObject({ kind: z.literal("merge"), id: categoryId, into: categoryId }),
  ])
  .meta({ id: "CodebookChange" });

function partial<T extends Record<string, z.ZodType>>(shape: T) {
  return z.object(shape).partial().shape;
}

export const previewInput = z.strictObject({ changes: z.array(change).min(1).max(200) });
export type PreviewInput = z.infer<typeof previewInput>;
export const publishInput = previewInput.extend({ note: required(500) });
export type PublishInput = z.infer<typeof publishInput>;

export const codebookPreview = codebookChanges
  .extend({
    uses: z
      .array(z.object({ category: categoryId, claims: z.int() }))
      .meta({ description: "Claims of each changed category, of those you may see" }),
  })
  .meta({ id: "CodebookPreview" });
export type CodebookPreview = z.infer<typeof codebookPreview>;

export const projectCodebookQuery = z.strictObject({
  version: versionNumber.optional().meta({
    description: "Asks what another version would change for this project; the pinned one when left out",
  }),
});
export const projectCodebook = z
  .object({
    codebookId: z.string(),
    pinned: z.int(),
    newest: z.int(),
    version: z.int().meta({ description: "The version that claims are compared with" }),
    categories: z.array(
      z.object({
        category: categoryId,
        label: z.string(),
        reasons: z.array(reason),
        claims: z.int(),
        looked: z.int(),
      }),
    ),
    claims: z.int().meta({ description: "Claims worth another look, of those you may see" }),
    looked: z.int().meta({ description: "Those of them that somebody has looked at" }),
    maySwitch: z.boolean(),
  })
  .meta({ id: "ProjectCodebook" });
export type ProjectCodebook = z.infer<typeof projectCodebook>;

export const switchInput = z.strictObject({ version: z.int().min(1).max(1_000_000) });
export type SwitchInput = z.infer<typeof switchInput>;

export const lookQuery = z.strictObject({
  ...pageQuery,
  category: categoryId.optional(),
  looked: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
});
export type LookQuery = z.infer<typeof lookQuery>;

const claimToLookAt = z
  .object({
    id,
    articleId: id,
    articleTitle: z.string(),
    state: z.enum(claimStates),
    revision: z.int(),
    statement: z.string(),
    exact: z.string(),
    categories: z.array(z.object({ category: categoryId, label: z.string(), reasons: z.array(reason) })),
    looked: z.object({ by: id, at: timestamp }).nullable(),
    mayLook: z.boolean(),
  })
  .meta({ id: "ClaimToLookAt" });
export type ClaimToLookAtAnswer = z.infer<typeof claimToLookAt>;
export const lookPage = page(claimToLookAt);

export const looked = z
  .object({ claimId: id, revision: z.int(), version: z.int() })
  .meta({ id: "ClaimLook", description: "That a revision was looked at under the version its project has" });
export type Looked = z.infer<typeof looked>;
