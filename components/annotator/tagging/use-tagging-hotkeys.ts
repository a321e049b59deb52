"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useWorkspace, type Workspace } from "../workspace/workspace-context.tsx";
import type { AskedField, TagTarget } from "../workspace/workspace-types.ts";
import { askBulk } from "./bulk.ts";
import { moveActiveLink, removeActiveLink, startLink, stepLink } from "./links.ts";
import { joinWithBefore, nestInSurrounding, takeOut } from "./relate.ts";
import { actsOnSeveral, goIntoText } from "./tag.ts";
import { claimBefore, lastTagged, takeOver, targetHere } from "./take-over.ts";
import { useChoosing } from "./use-choosing.ts";
import { useTypedAhead } from "./use-typed-ahead.ts";

const provenance = "Provenance";
const chain = "Chain";

/** Keys of tagging and of the chain; all are listed under `?` and can be given other keys there. */
export function useTaggingHotkeys(): void {
  useProvenanceHotkeys();
  useChainHotkeys();
  useRelationHotkeys();
  useTypedAhead();
  useChoosing();
}

function useProvenanceHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, announce, canWrite } = workspace;
  const { markWith } = useActions();
  const withTarget = (run: (target: TagTarget) => unknown) => () => {
    const target = targetHere(workspace);
    return target ? run(target) : false;
  };
  const again = (from: ClaimView | null, target: TagTarget, none: string) =>
    from ? takeOver(workspace, from, target, markWith) : announce(none);
  useHotkeys(
    [
      {
        id: "explain",
        keys: "i",
        label: "What the codebook says of the categories",
        group: provenance,
        hidden: true,
        onPress: () => explain(workspace),
      },
      {
        id: "decide",
        keys: "d",
        label: "Decide step by step",
        group: provenance,
        onPress: withTarget((target) => ui.set({ familyKey: null, asking: { kind: "decision", target } })),
      },
      {
        id: "same-again",
        keys: "=",
        label: "Same as the claim last tagged",
        group: provenance,
        onPress: withTarget((target) => again(lastTagged(workspace), target, "No claim was tagged yet.")),
      },
      {
        id: "chain-of-before",
        keys: "b",
        label: "Take over the chain of the claim before",
        group: provenance,
        onPress: withTarget((target) =>
          again(claimBefore(workspace, target), target, "No tagged claim stands before this one."),
        ),
      },
      {
        id: "chain-of-near",
        keys: "Shift-B",
        label: "Choose a chain near by to take over",
        group: provenance,
        onPress: withTarget((target) => ui.set({ familyKey: null, asking: { kind: "chain", target } })),
      },
    ],
    canWrite,
  );
}

/** Puts the codebook beside the categories, where none is being chosen beside those of the claim at hand. */
function explain({ ui, store, codebook }: Workspace): unknown {
  const { familyKey, isExplaining, activeId } = ui.get();
  if (familyKey !== null) return ui.set({ isExplaining: !isExplaining, focus: { field: "category" } });
  const claim = store.get(activeId ?? "");
  if (!claim) return false;
  const { activeLink, newLink } = ui.get();
  const hop = newLink === null ? claim.ownChain[activeLink ?? 0] : undefined;
  const family = familyOf(codebook, hop?.category ?? claim.provenance);
  return ui.set({ isExplaining: true, familyKey: family?.key ?? 1, isSheetOpen: true, tab: "claim" });
}

function useChainHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, canWrite } = workspace;
  const { startPicking } = useActions();
  const withClaim = useWithClaim();
  const withLink = (run: (link: number) => unknown) =>
    withClaim((claim) => {
      const link = ui.get().activeLink ?? 0;
      if (!claim.ownChain[link]) return false;
      ui.set({ activeLink: link, newLink: null });
      return run(link);
    });
  const ask = (field: AskedField) => ui.set({ tab: "claim", focus: { field }, isSheetOpen: true });
  const step = (by: 1 | -1) => withClaim((claim) => stepLink(workspace, claim, by));
  const start = (where: "before" | "behind") => withClaim((claim) => startLink(workspace, claim, where));
  const source = withLink(() => ask("source"));
  const toMark = (kind: "mention" | "cue" | "addressee") => withLink((link) => startPicking({ kind, link }));
  const key = (id: string, keys: string, label: string, onPress: () => unknown) => ({
    id,
    keys,
    label,
    group: chain,
    onPress,
  });
  useHotkeys(
    [
      key("link-next", "c", "Into the chain; next link", step(1)),
      key("link-previous", "Shift-C", "Previous link", step(-1)),
      key("link-add", "o", "Add a link behind", start("behind")),
      key("link-add-before", "Shift-O", "Add a link before", start("before")),
      key("link-out", "<", "Move the link towards the article", () => moveActiveLink(workspace, -1)),
      key("link-in", ">", "Move the link towards the origin", () => moveActiveLink(workspace, 1)),
      key("source", "s", "Source of the link", () => (actsOnSeveral(workspace) ? ask("source") : source())),
      key("mention", "Shift-S", "Mark the source's mention in the text", toMark("mention")),
      key("cue", "t", "Mark the attributing words in the text", toMark("cue")),
      key("addressee", "Shift-T", "Mark in the text to whom it was said", toMark("addressee")),
      key("link-remove", "Delete", "Remove the link", () =>
        actsOnSeveral(workspace) ? askBulk(workspace, { kind: "remove" }) : removeActiveLink(workspace),
      ),
    ],
    canWrite,
  );
}

function useRelationHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, canWrite } = workspace;
  const withClaim = useWithClaim();
  const flag = () => ui.set({ tab: "claim", focus: { field: "flag" }, isSheetOpen: true });
  const key = (id: string, keys: string, label: string, onPress: () => unknown) => ({
    id,
    keys,
    label,
    group: "Claims",
    onPress,
  });
  useHotkeys(
    [
      key("into-text", "v", "Into the text, at the claim", () =>
        goIntoText(workspace, placeToGoOn(workspace)),
      ),
      key(
        "nest",
        "Shift-N",
        "Nest in the claim around it",
        withClaim((claim) => nestInSurrounding(workspace, claim)),
      ),
      key(
        "take-out",
        "Shift-U",
        "Take out of the claim around it",
        withClaim((claim) => takeOut(workspace, claim, "whole")),
      ),
      key(
        "join",
        "Shift-J",
        "Join with the claim before",
        withClaim((claim) => joinWithBefore(workspace, claim)),
      ),
      key("flag", "!", "Flag the claim", () => (actsOnSeveral(workspace) ? flag() : withClaim(flag)())),
    ],
    canWrite,
  );
}

/** Behind the claim at hand or the one last tagged; at the start where there is none. */
function placeToGoOn({ ui, store }: Workspace): number {
  const { activeId, tagged } = ui.get();
  const claim = store.get(activeId ?? tagged.at(-1) ?? "");
  return claim?.spans.at(-1)?.end ?? 0;
}

function useWithClaim() {
  const { ui, store } = useWorkspace();
  return (run: (claim: ClaimView) => unknown) => () => {
    const claim = store.get(ui.get().activeId ?? "");
    return claim ? run(claim) : false;
  };
}
