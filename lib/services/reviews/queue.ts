import type { Link } from "#core/attribution/claim.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { Review, Revision } from "#lib/contracts/claims.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { assessmentsOf, type StoredAssessment } from "#lib/db/assessments.ts";
import { revisionsOf } from "#lib/db/claim-revisions.ts";
import { claimById } from "#lib/db/claims.ts";
import { commentsOn } from "#lib/db/comments.ts";
import { type Reading, readingOf } from "#lib/db/review-queue.ts";
import { reviewsOf } from "#lib/db/reviews.ts";
import { findSources } from "#lib/db/sources.ts";
import type { Caller } from "../caller.ts";
import { detailOf, readClaim } from "../claims/loaded.ts";
import { presentRevision } from "../claims/present.ts";
import { presentComment } from "../comments/present.ts";
import { type Failure, notFound } from "../failure.ts";
import { sourceAnswer } from "../sources/answer.ts";
import { type Inside, query } from "../workspace.ts";
import { passageOf } from "./passage.ts";
import { presentReview } from "./reviews.ts";

/** Words of one span that are sent along; longer ones are cut, the offsets say how long they are. */
const MOST_WORDS = 2_000;

/** What a reviewer needs to decide on one claim, read at one moment so that its parts agree. */
export function caseOf(
  caller: Caller,
  workspace: string,
  claimId: string,
): Promise<Result<ReviewCase, Failure>> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    const reading = await readingOf(tx, permit, claimId);
    if (!reading) return fail(notFound("claim"));
    const claim = detailOf(actor, loaded.value);
    const reviews = (await reviewsOf(tx, permit, claimId)).map(presentReview);
    const revisions = (await revisionsOf(tx, permit, claimId)).map(presentRevision);
    const reviewed = lastReviewed(revisions, reviews, claim.revision);
    const proposals = reviews.flatMap(({ proposal }) => proposal ?? []);
    const contents = [claim, ...proposals, ...(reviewed ? [reviewed.content] : [])];
    const mayReadAssessments = isAllowed("assessment:read", actor, loaded.value.object);
    return ok({
      claim,
      article: articleOf(reading),
      passage: passageOf(reading, claim.spans, [...claim.chain.flatMap(spansOfLink), ...hedgesOf(claim)]),
      words: wordsOf(reading.text, contents.flatMap(spansOf)),
      reviewed,
      revisedBy: revisions.at(-1)?.createdBy ?? claim.createdBy,
      parent: await parentOf(inside, claim.parentId),
      reviews,
      assessments: mayReadAssessments ? (await assessmentsOf(tx, permit, claimId)).map(copied) : [],
      comments: (await commentsOn(tx, permit, claimId)).map(presentComment),
      sources: await sourcesIn(
        inside,
        contents.flatMap(({ chain }) => chain),
      ),
      approvalsNeeded: loaded.value.standing.approvalsNeeded,
    });
  });
}

/** The newest earlier revision somebody decided on, by a decision that was not taken back. */
export function lastReviewed(
  revisions: readonly Revision[],
  reviews: readonly Review[],
  current: number,
): Revision | null {
  const decided = reviews
    .filter(({ retractedAt, revision }) => retractedAt === null && revision < current)
    .map(({ revision }) => revision);
  const newest = Math.max(0, ...decided);
  return revisions.find(({ revision }) => revision === newest) ?? null;
}

type Content = {
  readonly spans: readonly Span[];
  readonly hedges: readonly { readonly span: Span }[];
  readonly chain: readonly Link[];
};

const spansOfLink = ({ mention, cue, addressee }: Link) => [...mention, ...cue, ...addressee];
const hedgesOf = ({ hedges }: Pick<Content, "hedges">) => hedges.map(({ span }) => span);
const spansOf = (content: Content) => [
  ...content.spans,
  ...hedgesOf(content),
  ...content.chain.flatMap(spansOfLink),
];

function wordsOf(text: string, spans: readonly Span[]): Record<string, string> {
  const index = new CodePointIndex(text);
  return Object.fromEntries(
    spans.map(({ start, end }) => [
      `${start}-${end}`,
      index.slice({ start, end: Math.min(end, start + MOST_WORDS) }) + (end - start > MOST_WORDS ? "…" : ""),
    ]),
  );
}

function articleOf({
  text: _text,
  blocks: _blocks,
  publishedAt,
  ...article
}: Reading): ReviewCase["article"] {
  return { ...article, publishedAt: publishedAt?.toISOString() ?? null };
}

async function parentOf({ tx, permit }: Inside, id: string | null): Promise<ReviewCase["parent"]> {
  const parent = id === null ? null : await claimById(tx, permit, id);
  return parent && { id: parent.id, statement: parent.content.statement };
}

async function sourcesIn({ tx, permit }: Inside, links: readonly Link[]): Promise<ReviewCase["sources"]> {
  const ids = [...new Set(links.flatMap(({ sources }) => sources))];
  return ids.length === 0 ? [] : (await findSources(tx, permit, ids)).map(sourceAnswer);
}

function copied({ evidence, ...assessment }: StoredAssessment) {
  return { ...assessment, evidence: evidence.map((piece) => ({ ...piece })) };
}
