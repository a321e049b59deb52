import type { ImportedClaim, ImportedDataset } from "#core/import/dataset.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import type { ImportMapping, ImportResult } from "#lib/contracts/annotation-imports.ts";
import type { Tx } from "#lib/db/client.ts";
import { type StandingClaim, standingClaims, takenIds } from "#lib/db/import-lookups.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { breather } from "./breather.ts";
import { joined, parentOf, parentsFirst, standingOf } from "./families.ts";
import { isId, type PlacedArticle, placeArticles } from "./place-articles.ts";
import { idFor, nameIn, type PlacedClaim, type Placing, placeClaim } from "./place-claims.ts";
import { SourceBook } from "./place-sources.ts";
import { Problems } from "./problems.ts";
import { chosenFor, foundLabels, NOBODY, ownLinks } from "./survey.ts";

/** What is planned on: one reading, one state of the database. */
export type Ground = {
  readonly tx: Tx;
  readonly permit: Permit<"article:import">;
  readonly project: ProjectRecord;
  readonly codebook: Codebook;
  readonly dataset: ImportedDataset;
  readonly mapping: ImportMapping;
};

/** A claim with where it goes. `owner` is whose layer it is in; null for the shared one. */
export type PlannedClaim = Omit<PlacedClaim, "sameClaimAs" | "group"> & {
  readonly from: ImportedClaim;
  readonly article: PlacedArticle;
  readonly owner: string | null;
  readonly sameClaimAs: string | null;
  readonly groupId: string | null;
};

export type Plan = {
  readonly articles: ReadonlyMap<string, PlacedArticle>;
  /** Parents before children. Those that stand there already are among them. */
  readonly claims: readonly PlannedClaim[];
  readonly sources: SourceBook;
  readonly usedSources: ReadonlySet<string>;
  readonly problems: Problems;
  readonly undecided: readonly string[];
  /** Claims of the file, those left out among them. */
  readonly found: number;
  readonly idChanges: readonly ImportResult["idChanges"][number][];
};

/** What would come in, and what is wrong with the rest. Reads, and writes nothing. */
export async function plan(ground: Ground): Promise<Plan> {
  const { tx, permit, project, dataset, codebook, mapping } = ground;
  const problems = new Problems();
  for (const problem of dataset.problems) problems.add(problem);
  const undecided = undecidedLabels(ground, problems);
  const articles = await placeArticles({ tx, permit, projectId: project.id }, dataset.articles, problems);
  const claimIds = dataset.claims.flatMap(({ id }) => (isId(id) ? [id] : []));
  const placing: Placing = {
    codebook,
    switchedOff: project.disabledCategories,
    labels: mapping.labels,
    sources: await SourceBook.open(tx, permit, dataset.sources, {
      mentions: mentionsIn(dataset, articles),
      inSeveral: sourcesOfSeveral(dataset),
    }),
    problems,
    takenIds: new Set(await takenIds(tx, permit, { articles: [], claims: claimIds })),
  };
  const standing = await standingIn(ground, articles);
  const claims: PlannedClaim[] = [];
  const breathe = breather();
  for (const [key, own] of byArticle(dataset)) {
    const article = articles.get(key);
    if (!article) continue;
    claims.push(...placeAll(ground, placing, { article, own, standing }));
    await breathe();
  }
  const usedSources = sourcesUsed(claims, placing.sources);
  const found = dataset.claims.length;
  const { sources } = placing;
  return { articles, claims, sources, usedSources, problems, undecided, found, idChanges: changes() };

  function changes() {
    const renamed = dataset.articles.flatMap(({ id, key }) => {
      const placed = articles.get(key);
      return id !== null && placed && placed.id !== id
        ? [{ kind: "article" as const, from: id, to: placed.id }]
        : [];
    });
    const reclaimed = claims.flatMap(({ id, from, isAlready }) =>
      from.id !== null && from.id !== id && !isAlready
        ? [{ kind: "claim" as const, from: from.id, to: id }]
        : [],
    );
    return [...renamed, ...placing.sources.idChanges, ...reclaimed];
  }
}

/** Said once a label, at its first claim; nothing comes in before each has a category or is left out. */
function undecidedLabels({ codebook, dataset, mapping }: Ground, problems: Problems): string[] {
  const open = foundLabels(codebook, dataset).filter(
    ({ label }) => chosenFor(mapping.labels, label) === undefined,
  );
  for (const { label, count, first } of open) {
    const message = `“${label}” (${count} ${count === 1 ? "claim" : "claims"}) is no category of the codebook. Choose one for it, or leave it out.`;
    problems.row(first.place, "unmapped-label", message);
  }
  return open.map(({ label }) => label);
}

function mentionsIn({ claims }: ImportedDataset, articles: ReadonlyMap<string, PlacedArticle>): Set<string> {
  const names = new Set<string>();
  for (const claim of claims) {
    const article = articles.get(claim.article);
    if (!article) continue;
    for (const hop of ownLinks(claim)) if (hop.sources.length === 0) names.add(nameIn(article, hop.mention));
  }
  return names;
}

/** Keys of sources that claims of more than one article lean on. */
function sourcesOfSeveral({ claims }: ImportedDataset): Set<string> {
  const firsts = new Map<string, string>();
  const several = new Set<string>();
  for (const { chain, article } of claims) {
    for (const key of chain.flatMap(({ sources }) => sources)) {
      if ((firsts.get(key) ?? article) !== article) several.add(key);
      firsts.set(key, article);
    }
  }
  return several;
}

/** Claims that stand in the layers of articles that are there, by their layer. */
async function standingIn(
  { tx, permit }: Ground,
  articles: ReadonlyMap<string, PlacedArticle>,
): Promise<Map<string, StandingClaim[]>> {
  const layers = [...articles.values()].flatMap((article) => article.layers.map(({ id }) => id));
  const standing = new Map<string, StandingClaim[]>();
  for (const claim of await standingClaims(tx, permit, layers)) {
    const others = standing.get(claim.layerId);
    if (others) others.push(claim);
    else standing.set(claim.layerId, [claim]);
  }
  return standing;
}

function byArticle({ claims }: ImportedDataset): Map<string, ImportedClaim[]> {
  const found = new Map<string, ImportedClaim[]>();
  for (const claim of claims) {
    const others = found.get(claim.article);
    if (others) others.push(claim);
    else found.set(claim.article, [claim]);
  }
  return found;
}

const RELEASED =
  "The layers of this article have been released: nothing is added to what each editor marked alone.";

type OneArticle = {
  readonly article: PlacedArticle;
  readonly own: readonly ImportedClaim[];
  readonly standing: ReadonlyMap<string, readonly StandingClaim[]>;
};

function placeAll(ground: Ground, placing: Placing, { article, own, standing }: OneArticle): PlannedClaim[] {
  const { permit, mapping, project } = ground;
  const placed = new Map<string, PlannedClaim>();
  const claims: PlannedClaim[] = [];
  const known = new Map<string | null, Map<string, StandingClaim>>();
  for (const claim of parentsFirst(own, placing.problems)) {
    const owner = ownerOf(claim, mapping, project.mode, permit.actorId);
    if (owner === undefined) continue;
    if (owner !== null && article.layers.some(({ kind, isReleased }) => kind === "editor" && isReleased)) {
      placing.problems.row(claim.place, "layers-released", RELEASED);
      continue;
    }
    const parent = parentOf(claim, placed, owner, placing.problems);
    if (parent === undefined) continue;
    const content = placeClaim(placing, article, claim, parent && standingOf(parent, placed));
    if (content === null) continue;
    const same = knownIn(owner).get(fingerprint({ ...content.content, wholeChain: content.whole }));
    const planned: PlannedClaim = {
      key: claim.key,
      id: same?.id ?? idFor(placing, claim),
      content: content.content,
      wholeChain: content.whole,
      isAlready: same !== undefined,
      from: claim,
      article,
      owner,
      sameClaimAs: null,
      groupId: null,
    };
    placed.set(claim.key, planned);
    claims.push(planned);
  }
  return joined(claims, placed, placing.problems);

  function knownIn(owner: string | null): Map<string, StandingClaim> {
    const before = known.get(owner);
    if (before) return before;
    const layer = article.layers.find((one) => one.ownerId === owner && one.kind !== "adjudicated");
    const there = (layer ? standing.get(layer.id) : undefined) ?? [];
    const prints = new Map(there.map((claim) => [fingerprint(claim), claim]));
    known.set(owner, prints);
    return prints;
  }
}

/** What makes two claims the same words about the same thing, whoever marked them. */
function fingerprint(
  claim: Pick<StandingClaim, "spans" | "statement" | "provenance" | "wholeChain">,
): string {
  const places = claim.spans.map(({ start, end }) => [start, end]);
  const categories = claim.wholeChain.map(({ category }) => category);
  return JSON.stringify([places, claim.statement, claim.provenance, categories]);
}

/** Whose layer it goes to; null for the shared one, undefined where it is left out. */
function ownerOf(
  { annotator }: ImportedClaim,
  { annotators }: ImportMapping,
  mode: "shared" | "blind",
  me: string,
): string | null | undefined {
  const chosen = chosenFor(annotators, annotator ?? NOBODY) ?? (mode === "shared" ? "shared" : "mine");
  if (chosen === "skip") return undefined;
  if (mode === "shared") return null;
  return chosen === "mine" || chosen === "shared" ? me : chosen;
}

/** Sources that claims which come in lean on, and who issued these. */
function sourcesUsed(claims: readonly PlannedClaim[], { writes }: SourceBook): Set<string> {
  const used = new Set<string>();
  for (const { isAlready, content } of claims) {
    if (!isAlready) for (const hop of content.chain) for (const id of hop.sources) used.add(id);
  }
  // A set grows while it is walked: issuers of issuers come along.
  for (const id of used) {
    const issuer = writes.get(id)?.issuedBy;
    if (issuer) used.add(issuer);
  }
  return used;
}
