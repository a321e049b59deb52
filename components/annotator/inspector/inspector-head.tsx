"use client";
import { ArrowLeft, ChevronDown, ChevronUp, Link2 } from "lucide-react";
import { StateMark } from "#components/claims/state-mark.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { neighbour } from "#lib/client/workspace/order.ts";
import { AlsoHere } from "../live/also-here.tsx";
import { useActions } from "../workspace/use-actions.ts";
import { useRows, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

export function InspectorHead({ claim }: { claim: ClaimView }) {
  const { workspace, rows, ui } = useWorkspace();
  const { activate } = useActions();
  const { notify } = useToast();
  const { length } = useRows();
  const go = (by: 1 | -1) => activate(neighbour(rows.get(), claim.id, by), true);
  const copy = async () => {
    const address = `${window.location.origin}/w/${workspace}/claims/${claim.id}`;
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    notify(
      copied ? { title: "Link copied" } : { title: "The link could not be copied", description: address },
    );
  };
  return (
    <header className={styles.head}>
      <IconButton
        size="sm"
        className={styles.back ?? ""}
        icon={<ArrowLeft />}
        label="All claims"
        shortcut="Esc"
        onClick={() => {
          activate(null);
          ui.set({ isSheetOpen: true });
        }}
      />
      <StateMark state={claim.state} />
      <span className={styles.place}>
        {rows.indexOf(claim.id) + 1} of {length}
      </span>
      <AlsoHere claim={claim} />
      <span className={styles.headEnd}>
        <IconButton
          size="sm"
          icon={<ChevronUp />}
          label="Previous claim"
          shortcut="k"
          onClick={() => go(-1)}
        />
        <IconButton size="sm" icon={<ChevronDown />} label="Next claim" shortcut="j" onClick={() => go(1)} />
        <IconButton size="sm" icon={<Link2 />} label="Copy a link to the claim" onClick={copy} />
      </span>
    </header>
  );
}
