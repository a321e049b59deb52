import type { ImportedDataset } from "#core/import/dataset.ts";
import { categoryOf } from "#core/provenance/codebook.ts";
import { isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { ImportMapping, ImportPreviewed } from "#lib/contracts/annotation-imports.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { writersAmong } from "#lib/db/import-lookups.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import type { FieldError } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import type { Inside } from "../workspace.ts";
import { type Plan, plan } from "./plan.ts";
import { previewOf } from "./preview.ts";
import type { Problems } from "./problems.ts";
import { proposedMapping } from "./survey.ts";

type Into = { readonly project: ProjectRecord; readonly permit: Permit<"article:import"> };
export type Look = {
  readonly mapping: ImportMapping;
  readonly preview: ImportPreviewed;
  readonly problems: Problems;
  readonly plan: Plan;
};

/** Looks at a dataset as a project would take it in, with what was chosen so far and proposals for the rest. */
export async function look(
  inside: Inside,
  { project, permit }: Into,
  dataset: ImportedDataset,
  chosen: ImportMapping,
): Promise<Look> {
  const codebook = await codebookOf(inside, project);
  const mapping = proposedMapping(codebook, project.mode, dataset, chosen);
  const planned = await plan({ tx: inside.tx, permit, project, codebook, dataset, mapping });
  const preview = previewOf(codebook, mapping, dataset, planned);
  return { mapping, preview, problems: planned.problems, plan: planned };
}

async function codebookOf({ tx, permit }: Inside, project: ProjectRecord) {
  const codebook = await findCodebook(tx, permit, project.codebookId, project.codebookVersion);
  if (!codebook) throw new Error("a project pins a codebook version that is not there");
  return codebook;
}

/** What may not be chosen: a category that is not there, a layer that is not the importer's to write. */
export async function mappingProblems(
  inside: Inside,
  project: ProjectRecord,
  { labels = {}, annotators = {} }: Partial<ImportMapping>,
): Promise<FieldError[]> {
  const codebook = await codebookOf(inside, project);
  const off = new Set(project.disabledCategories);
  const bad = Object.entries(labels).flatMap(([label, category]) => {
    if (category === null) return [];
    const found = categoryOf(codebook, category);
    const isChosen = found !== null && !found.isRetired && !off.has(category);
    return isChosen ? [] : [{ pointer: pointerTo("labels", label), message: notOffered }];
  });
  return [...bad, ...(await layerProblems(inside, project, annotators))];
}

const notOffered = "is no category that this project offers";

async function layerProblems(
  { tx, permit, actor }: Inside,
  project: ProjectRecord,
  annotators: ImportMapping["annotators"],
): Promise<FieldError[]> {
  const members = Object.values(annotators).filter((layer) => !WORDS.has(layer) && layer !== actor.userId);
  const writers = await writersAmong(tx, permit, members);
  const maySetOthers = isAllowed("layer:import", actor, projectObject(actor, project));
  return Object.entries(annotators).flatMap(([name, layer]) => {
    const message = layerProblem(layer);
    return message === null ? [] : [{ pointer: pointerTo("annotators", name), message }];
  });

  function layerProblem(layer: string): string | null {
    if (layer === "skip") return null;
    if (project.mode === "shared") return layer === "shared" ? null : onlyShared;
    if (layer === "mine" || layer === actor.userId) return null;
    return layer === "shared" ? onlyOwn : memberProblem(layer);
  }

  function memberProblem(member: string): string | null {
    if (!maySetOthers) return "only an admin imports into another member's layer";
    const isIn = !project.restricted || project.memberIds.includes(member);
    return writers.has(member) && isIn ? null : "is no member who marks claims in this project";
  }
}

const onlyShared = "everybody marks in the shared layer here";
const onlyOwn = "each editor marks in their own layer here: choose mine, or a member";
const WORDS: ReadonlySet<string> = new Set(["mine", "shared", "skip"]);

function pointerTo(field: string, name: string): string {
  return `/${field}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
