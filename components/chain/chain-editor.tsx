"use client";
import { Lock, Plus, TriangleAlert } from "lucide-react";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import { useNames, useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { weakestLink } from "#core/attribution/chain.ts";
import { link } from "#core/attribution/link.ts";
import { problemMessage } from "#core/attribution/problems.ts";
import { chainChange, inheritedCount } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./chain-editor.module.css";
import { ChainSentence } from "./chain-sentence.tsx";
import { LinkEditor } from "./link-editor.tsx";
import { useProblems } from "./use-problems.ts";

/** How the article knows: the provenance, the chain as a sentence, and each link of it. */
export function ChainEditor({ claim }: { claim: ClaimView }) {
  const { ui, store, codebook, canWrite } = useWorkspace();
  const { setCategory } = useActions();
  const names = useNames();
  const activeLink = useUi((state) => state.activeLink);
  const inherited = inheritedCount(claim);
  const open = activeLink === null ? undefined : claim.ownChain[activeLink];
  const select = (index: number) => {
    const own = index - inherited;
    ui.set({ activeLink: own < 0 || own === activeLink ? null : own });
  };
  const add = () => {
    const category =
      claim.ownChain.length === 0 && claim.provenance === "unclear" ? "unclear" : "named_statement";
    const ownChain = [...claim.ownChain, link({ category })];
    store.change(claim.id, chainChange(claim, ownChain, codebook), "Add a link");
    ui.set({ activeLink: ownChain.length - 1 });
  };
  return (
    <section className={styles.editor} aria-label="How the article knows">
      <div className={styles.head}>
        <h2 className={styles.title}>How the article knows</h2>
        {canWrite && inherited === 0 ? (
          <CategoryPicker current={claim.provenance} isForActive={activeLink === null} onPick={setCategory} />
        ) : (
          <ProvenanceChip codebook={codebook} category={claim.provenance} withFamily />
        )}
      </div>
      <ChainSentence
        chain={claim.chain}
        names={names}
        codebook={codebook}
        activeIndex={activeLink === null ? null : activeLink + inherited}
        {...(canWrite || claim.chain.length > 0 ? { onSelect: select } : {})}
      />
      {inherited > 0 ? (
        <p className={styles.locked}>
          <Lock aria-hidden="true" /> The first {inherited === 1 ? "link comes" : `${inherited} links come`}{" "}
          from the claim this one is nested in.
        </p>
      ) : null}
      {open && activeLink !== null ? (
        <LinkEditor key={`${claim.id} ${activeLink}`} claim={claim} hop={open} at={activeLink} />
      ) : null}
      {canWrite ? (
        <div className={styles.foot}>
          <Button size="sm" icon={<Plus />} onClick={add}>
            {claim.chain.length === 0 ? "Add a source" : "Add a link behind"}
          </Button>
          <span className={styles.keys}>
            <Kbd keys="1" />–<Kbd keys="7" /> provenance <Kbd keys="s" /> source <Kbd keys="t" /> cue
          </span>
        </div>
      ) : null}
      <Reading claim={claim} />
      <Problems claim={claim} />
    </section>
  );
}

/** What the chain comes to: where it ends, and its weakest hop. */
function Reading({ claim }: { claim: ClaimView }) {
  const { codebook } = useWorkspace();
  const names = useNames();
  if (claim.chain.length < 2) return null;
  const weakest = weakestLink(codebook, claim.chain, claim.provenance);
  const hop = weakest.kind === "link" ? claim.chain[weakest.index] : undefined;
  const who = (sources: readonly string[], category: string) =>
    sources
      .map((id) => names.source(id))
      .filter(Boolean)
      .join(" and ") || names.category(category);
  const origin = claim.chain.at(-1);
  return (
    <dl className={styles.reading}>
      <dt>Origin</dt>
      <dd>
        {origin ? who(origin.sources, origin.category) : null}{" "}
        <ProvenanceChip codebook={codebook} category={claim.originProvenance} />
      </dd>
      {hop && weakest.kind === "link" ? (
        <>
          <dt>Hardest to check</dt>
          <dd>
            link {weakest.index + 1}, {names.category(hop.category)}
            {weakest.isCarriedOver ? ", carried over" : ""}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Problems({ claim }: { claim: ClaimView }) {
  const { codebook } = useWorkspace();
  const problems = useProblems(claim);
  return (
    <ul className={styles.problems} aria-live="polite" aria-label="To look at">
      {problems.map((problem) => {
        const message = problemMessage(problem, codebook);
        return (
          <li key={message} data-severity={problem.severity}>
            <TriangleAlert aria-hidden="true" /> {message}
          </li>
        );
      })}
    </ul>
  );
}
