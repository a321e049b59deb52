import { beginRefusal } from "#core/assignment/release.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import type { Actor, LayerFacts } from "#lib/authz/objects.ts";
import { coderPlaces, isStillHidden, ownBegunLayer } from "#lib/db/layer-release.ts";
import { writingLayer } from "#lib/db/layers.ts";
import { conflict } from "../claims/refusals.ts";
import type { Failure } from "../failure.ts";
import type { Inside } from "../workspace.ts";

type Permitted = Permit<"article:work" | "claim:create">;

/**
 * The layer an editor writes in, held so that no release comes between; made when it is first needed. In a blind
 * project only as many begin as the rule asks for, or were given the article, and nobody after the release.
 */
export async function openLayer(
  { tx }: Pick<Inside, "tx">,
  permit: Permitted,
  { articleId, mode }: { readonly articleId: string; readonly mode: "shared" | "blind" },
): Promise<Result<string, Failure>> {
  if (mode === "shared") return ok(await writingLayer(tx, permit, articleId, mode));
  const own = await ownBegunLayer(tx, permit, articleId);
  if (own) return own.isReleased ? fail(frozen) : ok(own.id);
  const refused = beginRefusal(await coderPlaces(tx, permit, articleId));
  if (refused) return fail(refused === "layers-full" ? full : frozen);
  return ok(await writingLayer(tx, permit, articleId, mode));
}

/** Why somebody may not write into a layer of theirs: it was released. Null where that is not the reason. */
export function frozenFor({ userId }: Pick<Actor, "userId">, layer: LayerFacts): Failure | null {
  return layer.kind === "editor" && layer.isReleased && layer.ownerId === userId ? frozen : null;
}

/** Why nobody may be asked to change a claim: its layer was released, and its editor can no longer revise it. */
export function changesRefused(layer: LayerFacts): Failure | null {
  return layer.kind === "editor" && layer.isReleased ? conflict("layers-released", settleInstead) : null;
}

/** As `frozenFor`, asked of the database: a release may have come since the layer was read. */
export async function frozenSince(
  { tx, permit }: Pick<Inside, "tx" | "permit">,
  layer: LayerFacts,
  layerId: string,
): Promise<Failure | null> {
  if (layer.kind !== "editor" || layer.isReleased) return null;
  return (await isStillHidden(tx, permit, layerId)) ? null : frozen;
}

const frozen: Failure = {
  kind: "conflict",
  code: "layers-released",
  detail:
    "The layers of this article have been released: everybody sees them, and what each editor marked stays as it was. Comment on it, or take it up in the adjudication.",
};

const settleInstead =
  "The layers of this article have been released, so its editor can no longer change the claim. Reject it, or settle it in the adjudication.";

const full: Failure = {
  kind: "conflict",
  code: "layers-full",
  detail:
    "As many editors work on this article as the project asks for. Ask an admin to assign it to you as well.",
};
