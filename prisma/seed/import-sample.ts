import type { ClaimContent } from "#core/attribution/claim.ts";
import type { Result } from "#core/result.ts";
import type { ClaimDetail, LinkInput } from "#lib/contracts/claims.ts";
import { newId } from "#lib/platform/ids.ts";
import { importArticle } from "#lib/services/articles/import-article.ts";
import { setWork } from "#lib/services/articles/set-work.ts";
import { put } from "#lib/services/assessments/assessments.ts";
import type { Caller } from "#lib/services/caller.ts";
import { create } from "#lib/services/claims/create.ts";
import { revise } from "#lib/services/claims/revise.ts";
import { reopen, submit } from "#lib/services/claims/transitions.ts";
import { add, addInArticle, edit } from "#lib/services/comments/comments.ts";
import { list, read } from "#lib/services/notifications/notifications.ts";
import { decide } from "#lib/services/reviews/reviews.ts";
import { createSource } from "#lib/services/sources/create.ts";
import type { Callers } from "./accounts.ts";
import { sample } from "./sample/index.ts";
import type { SampleArticle, SampleClaim, SampleStep, SampleThread } from "./sample/shape.ts";

/** Keys of the sample's data → ids made for them. */
type Ids = Map<string, string>;
type Place = { readonly callers: Callers; readonly workspaceId: string; readonly ids: Ids };

/** Enters the sample as its people would: every line goes through the services, so it obeys every rule. */
export async function importSample(callers: Callers, workspaceId: string, projectId: string): Promise<void> {
  const place: Place = { callers, workspaceId, ids: new Map() };
  const articleIds = new Map(sample.articles.map(({ key }) => [key, newId()] as const));
  for (const article of sample.articles) {
    const { title, outlet, byline, publishedAt, language, url, html } = article;
    const id = articleIds.get(article.key);
    const body = { id, html, title, outlet, byline, publishedAt, language, url };
    const stored = must(await importArticle(callers[article.importedBy], workspaceId, projectId, body));
    if (stored.version.text !== article.text)
      throw new Error(`the text of ${article.key} changed on its way in`);
    place.ids.set(`version:${article.key}`, stored.version.id);
  }
  await enterSources(place, articleIds);
  for (const article of sample.articles) await annotate(place, article, articleIds.get(article.key) ?? "");
  for (const caller of Object.values(callers)) await catchUp(caller, workspaceId);
}

/** They have read long ago what became of their claims; who was mentioned has yet to look. */
async function catchUp(caller: Caller, workspaceId: string): Promise<void> {
  const { items } = must(await list(caller, workspaceId, { limit: 500 }));
  const ids = items.filter(({ kind }) => kind !== "mention").map(({ id }) => id);
  if (ids.length > 0) must(await read(caller, workspaceId, { ids }));
}

async function enterSources(place: Place, articleIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, article, issuedBy, aliases, ...fields } of sample.sources) {
    const body = {
      ...fields,
      id: newId(),
      aliases: [...aliases],
      issuedBy: issuedBy === null ? null : idOf(place.ids, issuedBy),
      articleId: article === null ? null : (articleIds.get(article) ?? null),
    };
    const source = must(await createSource(place.callers.editorA, place.workspaceId, body));
    place.ids.set(key, source.id);
  }
}

async function annotate(place: Place, article: SampleArticle, articleId: string): Promise<void> {
  const { callers, workspaceId, ids } = place;
  const groups = new Map<string, string>();
  for (const claim of article.claims) {
    const groupId = claim.group === null ? null : (groups.get(claim.group) ?? newId());
    if (claim.group !== null && groupId !== null) groups.set(claim.group, groupId);
    const id = newId();
    ids.set(claim.key, id);
    const body = {
      id,
      versionId: idOf(ids, `version:${article.key}`),
      ...written(ids, claim.content),
      sameClaimAs: claim.sameClaimAs === null ? null : idOf(ids, claim.sameClaimAs),
      groupId,
    };
    const made = must(await create(callers[claim.createdBy], workspaceId, articleId, body));
    await tellStory(place, made, claim);
  }
  for (const thread of article.threads) await talk(place, article, articleId, thread);
  for (const [who, state] of Object.entries(article.work)) {
    const caller = callers[who as keyof Callers]; // `work` is keyed by accounts.
    must(await setWork(caller, workspaceId, articleId, state));
  }
}

async function tellStory(place: Place, made: ClaimDetail, claim: SampleClaim): Promise<void> {
  const { callers, workspaceId } = place;
  let { revision } = made;
  for (const step of claim.steps) revision = await take(place, made.id, revision, step);
  for (const { by, ...assessment } of claim.assessments) {
    const evidence = assessment.evidence.map((piece) => ({ ...piece }));
    must(await put(callers[by], workspaceId, made.id, { ...assessment, evidence }));
  }
  for (const { by, body, replies } of claim.comments) {
    const first = must(await add(callers[by], workspaceId, made.id, { body, parentId: null, mentions: [] }));
    for (const reply of replies) {
      must(
        await add(callers[reply.by], workspaceId, made.id, {
          body: reply.body,
          parentId: first.id,
          mentions: [],
        }),
      );
    }
  }
}

async function talk(
  { callers, workspaceId, ids }: Place,
  article: SampleArticle,
  articleId: string,
  { by, body, span, mentions, replies, resolvedBy }: SampleThread,
): Promise<void> {
  const words = span === null ? {} : { versionId: idOf(ids, `version:${article.key}`), span };
  const spokenTo = mentions.map((key) => callers[key].principal.userId);
  const said = { body, parentId: null, mentions: spokenTo, ...words };
  const first = must(await addInArticle(callers[by], workspaceId, articleId, said));
  for (const reply of replies) {
    const answer = { body: reply.body, parentId: first.id, mentions: [] };
    must(await addInArticle(callers[reply.by], workspaceId, articleId, answer));
  }
  if (resolvedBy === null) return;
  must(await edit(callers[resolvedBy], workspaceId, first.id, { resolved: true }));
}

/** One step of a claim's story; answers the revision it stands at after. */
async function take(place: Place, id: string, revision: number, step: SampleStep): Promise<number> {
  const { workspaceId, ids } = place;
  const caller = place.callers[step.by];
  switch (step.type) {
    case "submit":
      return must(await submit(caller, workspaceId, id, revision)).revision;
    case "reopen":
      return must(await reopen(caller, workspaceId, id, revision, { reason: step.reason })).revision;
    case "revise":
      return must(await revise(caller, workspaceId, id, revision, written(ids, step.content))).revision;
    case "approve": {
      const body = { decision: "approve", comment: step.comment } as const;
      must(await decide(caller, workspaceId, id, revision, body));
      return revision;
    }
    default: {
      const body = { decision: step.type, reason: step.reason, comment: step.comment };
      must(await decide(caller, workspaceId, id, revision, body));
      return revision;
    }
  }
}

/** Content with keys turned into ids, in the shape the API takes. */
function written(ids: Ids, content: ClaimContent) {
  const { chain, parentId, spans, hedges, flags, provenance, ...rest } = content;
  return {
    ...rest,
    parentId: parentId === null ? null : idOf(ids, parentId),
    spans: [...spans],
    hedges: [...hedges],
    flags: [...flags],
    ownChain: chain.map(
      (hop): LinkInput => ({
        ...hop,
        sources: hop.sources.map((key) => idOf(ids, key)),
        mention: [...hop.mention],
        cue: [...hop.cue],
        addressee: [...hop.addressee],
      }),
    ),
    ...(parentId === null && chain.length === 0 ? { provenance } : {}),
  };
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names “${key}” before it is entered`);
  return id;
}

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`the sample could not be entered: ${JSON.stringify(result.failure)}`);
}
