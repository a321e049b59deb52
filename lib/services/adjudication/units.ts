import { type ComparedUnit, compareLayers } from "#core/adjudication/compare.ts";
import type { Link } from "#core/attribution/claim.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import type { Adjudication, AdjudicationDecision } from "#lib/contracts/adjudication.ts";
import { type StoredAdjudication, standingAdjudications } from "#lib/db/adjudications.ts";
import { codedLayersOf } from "#lib/db/agreement.ts";
import { versionText } from "#lib/db/claim-places.ts";
import { type ChainedClaim, childrenAmong, claimsById } from "#lib/db/claims.ts";
import { sourceNames } from "#lib/db/sources.ts";
import { presentClaim } from "../claims/present.ts";
import type { Inside } from "../workspace.ts";
import type { Case } from "./access.ts";

/** The units of an article with the claims they are made of, and the decisions that stand. */
export type Units = {
  readonly units: readonly ComparedUnit[];
  readonly claims: ReadonlyMap<string, ChainedClaim>;
  readonly decisions: readonly StoredAdjudication[];
};

export async function unitsOf({ tx, permit }: Inside, { article, compared }: Case): Promise<Units> {
  const units = compareLayers(await codedLayersOf(tx, permit, compared));
  const decisions = await standingAdjudications(tx, permit, article.id);
  const results = decisions.flatMap(({ resultId }) => resultId ?? []);
  const ids = [...units.flatMap(({ claimIds }) => claimIds), ...results];
  const claims = await claimsById(tx, permit, ids);
  return { units, decisions, claims: new Map(claims.map((claim) => [claim.id, claim])) };
}

/** The decision on a unit: that on any of its claims, since what was decided may be a unit no more. */
export function decisionOn(
  { decisions }: Pick<Units, "decisions">,
  claimIds: readonly string[],
): StoredAdjudication | null {
  return decisions.find((one) => one.claimIds.some((id) => claimIds.includes(id))) ?? null;
}

/** The whole of it as its adjudicator is answered. */
export async function answer(inside: Inside, the: Case): Promise<Adjudication> {
  const { tx, permit } = inside;
  const { article, compared } = the;
  const all = await unitsOf(inside, the);
  const text = new CodePointIndex(await versionText(tx, permit, compared.versionId));
  const results = all.decisions.flatMap(({ resultId }) => resultId ?? []);
  const withChildren = await childrenAmong(tx, permit, results);
  const present = (one: StoredAdjudication) => presentDecision(inside, all, one, withChildren);
  const shown = [...all.claims.values()];
  const units = all.units.map(({ claimIds, claims, differs }) => {
    const decision = decisionOn(all, claimIds);
    return {
      claimIds: [...claimIds],
      claims: [...claims.values()].flatMap(({ id }) => presented(all, id)),
      differs: [...differs],
      decision: decision && present(decision),
    };
  });
  const shownOn = new Set(units.map(({ decision }) => decision?.id));
  return {
    articleId: article.id,
    articleTitle: article.title,
    projectId: article.projectId,
    versionId: compared.versionId,
    language: article.language,
    direction: article.direction === "rtl" ? "rtl" : article.direction === "ltr" ? "ltr" : null,
    layers: compared.layers.map(({ layerId, coderId }) => ({ layerId, ownerId: coderId })),
    units,
    earlier: all.decisions.filter(({ id }) => !shownOn.has(id)).map(present),
    progress: {
      units: units.length,
      decided: units.filter(({ decision }) => decision !== null).length,
      agreed: units.filter(({ decision, differs }) => decision === null && differs.length === 0).length,
    },
    words: wordsOf(text, shown),
    passages: all.units.map((unit) => passageOf(text, unit, all.claims)),
    sources: await sourceNames(tx, permit, sourcesOf(shown)),
  };
}

function presented({ claims }: Units, id: string) {
  const claim = claims.get(id);
  return claim ? [presentClaim(claim)] : [];
}

function presentDecision(
  { actor }: Inside,
  all: Units,
  one: StoredAdjudication,
  withChildren: ReadonlySet<string>,
): AdjudicationDecision {
  const result = one.resultId === null ? undefined : all.claims.get(one.resultId);
  const unit = all.units.find(({ claimIds }) => claimIds.join(" ") === one.claimIds.join(" "));
  const isSeenAsIs = one.claimIds.every((id, at) => all.claims.get(id)?.revision === one.revisions[at]);
  const isUntouched = !result || (isFresh(result) && !withChildren.has(result.id));
  return {
    id: one.id,
    claimIds: [...one.claimIds],
    outcome: one.outcome,
    takenFrom: one.takenFrom,
    result: result ? presentClaim(result) : null,
    reason: one.reason,
    decidedBy: one.decidedBy,
    decidedAt: one.decidedAt.toISOString(),
    isChangedSince: !(unit && isSeenAsIs),
    mayUndo: one.decidedBy === actor.userId && isUntouched,
  };
}

/** Nobody has decided on it or revised it. */
export const isFresh = ({ state, revision, approvals }: ChainedClaim) =>
  state === "submitted" && revision === 1 && approvals === 0;

const spansOfLink = ({ mention, cue, addressee }: Link) => [...mention, ...cue, ...addressee];

function wordsOf(text: CodePointIndex, claims: readonly ChainedClaim[]): Record<string, string> {
  const spans = claims.flatMap(({ content, wholeChain }): readonly Span[] => [
    ...content.spans,
    ...wholeChain.flatMap(spansOfLink),
    ...content.hedges.map(({ span }) => span),
  ]);
  return Object.fromEntries(spans.map((span) => [`${span.start}-${span.end}`, text.slice(span)]));
}

/** Code points shown on either side of a unit, at most to the end of its paragraph. */
const REACH = 240;

function passageOf(
  text: CodePointIndex,
  { claimIds }: ComparedUnit,
  claims: ReadonlyMap<string, ChainedClaim>,
): Adjudication["passages"][number] {
  const spans = claimIds.flatMap((id) => claims.get(id)?.content.spans ?? []);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const before = text.slice({ start: Math.max(0, start - REACH), end: start });
  const after = text.slice({ start: end, end: Math.min(text.length, end + REACH) });
  return {
    start,
    before: before.slice(before.lastIndexOf("\n") + 1),
    text: text.slice({ start, end }),
    after: after.split("\n", 1)[0] ?? "",
  };
}

const sourcesOf = (claims: readonly ChainedClaim[]) => [
  ...new Set(claims.flatMap(({ wholeChain }) => wholeChain.flatMap(({ sources }) => sources))),
];
