import type { Chain } from "#core/attribution/chain.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed } from "#lib/authz/authorize.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import type { Actor, LayerFacts } from "#lib/authz/objects.ts";
import type { ClaimCreate, ClaimDetail } from "#lib/contracts/claims.ts";
import { type ClaimPlace, claimPlace, touchArticle } from "#lib/db/claim-places.ts";
import { revisionsOf } from "#lib/db/claim-revisions.ts";
import { insertClaim } from "#lib/db/claim-writes.ts";
import { claimById } from "#lib/db/claims.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { frozenFor, openLayer } from "../layers/open.ts";
import { command, type Writing } from "../workspace.ts";
import { contentInput, contentOf } from "./content.ts";
import { checkContent } from "./content-problems.ts";
import { checkJoining, parentOf } from "./family.ts";
import { answerClaim } from "./loaded.ts";
import { conflict } from "./refusals.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Marks a claim in an article's current text. Sending it again with its own id answers the claim there is. */
export function create(
  caller: Caller,
  workspace: string,
  articleId: string,
  body: ClaimCreate,
): Outcome<ClaimDetail> {
  return command(caller, workspace, (inside) => createInside(inside, articleId, body));
}

export async function createInside(
  inside: Writing,
  articleId: string,
  body: ClaimCreate,
): Outcome<ClaimDetail> {
  const place = await claimPlace(inside.tx, inside.permit, articleId);
  if (!place || place.isTrashed) return fail(notFound("article"));
  const layer = layerFor(inside.actor, place, body.layerId);
  if (!layer.ok) return layer;
  const object = { workspaceId: inside.actor.workspaceId, project: place.project, layer: layer.value };
  const granted = authorize("claim:create", inside.actor, object);
  if (!granted.ok) {
    const mayRead = isAllowed("claim:read", inside.actor, { ...object, layer: layer.value });
    return fail((mayRead ? frozenFor(inside.actor, layer.value) : null) ?? notFound("article"));
  }
  const known = body.id ? await knownClaim(inside, place, body.id, body) : null;
  if (known) return known;
  // A layer that is named and nobody's own is written as it is: shared, or adjudicated.
  const chosen = layer.value.kind === "editor" ? null : layer.value.id;
  const layerId = () => openLayer(inside, granted.value, { articleId, mode: place.mode });
  return createIn(inside, place, chosen === null ? layerId : async () => ok(chosen), body);
}

type ChosenLayer = LayerFacts & { readonly id: string | null };

function layerFor(actor: Actor, place: ClaimPlace, layerId?: string): Result<ChosenLayer, Failure> {
  if (layerId) {
    const named = place.layers.find(({ id }) => id === layerId);
    if (named && isLayerVisible(actor, named)) return ok(named);
    return fail(invalid("/layerId", "The article has no such layer. Leave it out to write to your own."));
  }
  const wanted =
    place.mode === "shared"
      ? { kind: "shared" as const, ownerId: null }
      : { kind: "editor" as const, ownerId: actor.userId };
  const own = place.layers.find(({ kind, ownerId }) => kind === wanted.kind && ownerId === wanted.ownerId);
  return ok(own ?? { ...wanted, id: null, isReleased: false });
}

async function createIn(
  inside: Writing,
  place: ClaimPlace,
  layer: () => Outcome<string>,
  body: ClaimCreate,
): Outcome<ClaimDetail> {
  const { tx, permit, actor, at } = inside;
  const version = checkVersion(place, body.versionId);
  if (!version.ok) return version;
  const opened = await layer();
  if (!opened.ok) return opened;
  const layerId = opened.value;
  const site = { articleId: place.articleId, versionId: body.versionId, layerId };
  const parent = await parentOf(inside, body.parentId ?? null, site);
  const inherited: Chain = parent?.wholeChain ?? [];
  const input = contentInput(body);
  const content = contentOf(input, null, inherited, place.codebook);
  if (!content.ok) return content;
  const checked = await checkContent(inside, {
    place,
    versionId: body.versionId,
    claimId: null,
    content: content.value,
    before: null,
    stored: null,
    parent,
    input,
  });
  if (!checked.ok) return checked;
  const id = body.id ?? newId();
  const joining = { sameClaimAs: body.sameClaimAs ?? null, groupId: body.groupId ?? null };
  const joined = await checkJoining(inside, joining, { ...site, id });
  if (!joined.ok) return joined;
  const wholeChain = [...inherited, ...content.value.chain];
  const claim = { id, ...site, ...joining, content: content.value, wholeChain, createdBy: actor.userId, at };
  if (!(await insertClaim(tx, permit, claim))) {
    return (await knownClaim(inside, place, id, body)) ?? fail(idTaken);
  }
  await touchArticle(tx, permit, place.articleId, at, { layerId, userId: actor.userId });
  tellCreated(inside, claim);
  return answerClaim(inside, id);
}

function checkVersion(place: ClaimPlace, versionId: string): Result<true, Failure> {
  if (place.currentVersionId === versionId) return ok(true);
  if (!place.versions.some(({ id }) => id === versionId)) {
    return fail(invalid("/versionId", "The article has no such version."));
  }
  return fail(
    conflict("version-moved", "The article has a newer text. Read it and mark the claim there.", {
      versionId: place.currentVersionId,
    }),
  );
}

const idTaken: Failure = conflict("id-taken", "This id names something else already. Make a new one.");

/** The claim an id already names: the answer to a repeated request, or a conflict. Null when the id is free. */
async function knownClaim(
  inside: Writing,
  place: ClaimPlace,
  id: string,
  body: ClaimCreate,
): Promise<Result<ClaimDetail, Failure> | null> {
  const { tx, permit, actor } = inside;
  const claim = await claimById(tx, permit, id);
  if (!claim) return null;
  const [first] = await revisionsOf(tx, permit, id);
  if (!first || claim.articleId !== place.articleId || claim.createdBy !== actor.userId) return fail(idTaken);
  const inherited = first.wholeChain.slice(0, first.wholeChain.length - first.content.chain.length);
  const content = contentOf(contentInput(body), null, inherited, place.codebook);
  const isSame =
    content.ok && claim.versionId === body.versionId && contentEquals(content.value, first.content);
  return isSame ? answerClaim(inside, id) : fail(idTaken);
}

function tellCreated({ journal }: Writing, claim: { id: string; articleId: string; layerId: string }): void {
  journal.audit({
    action: "claim.create",
    objectType: "claim",
    objectId: claim.id,
    detail: { revision: 1, to: "draft", articleId: claim.articleId, layerId: claim.layerId },
  });
  journal.announce({
    kind: "claim.created",
    articleId: claim.articleId,
    objectId: claim.id,
    payload: { id: claim.id, revision: 1, state: "draft" },
  });
}
