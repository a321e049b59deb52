"use client";
import { CircleHelp, Plus, TriangleAlert } from "lucide-react";
import { useRef } from "react";
import { startLink } from "#components/annotator/tagging/links.ts";
import { targetHere } from "#components/annotator/tagging/take-over.ts";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import { useAskedFocus } from "#components/annotator/workspace/use-asked-focus.ts";
import { useNames, useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { type ClaimProblem, problemMessage } from "#core/attribution/problems.ts";
import { inheritedCount } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./chain-editor.module.css";
import { ChainReading } from "./chain-reading.tsx";
import { ChainSentence } from "./chain-sentence.tsx";
import { LinkEditor } from "./link-editor.tsx";
import { NestLine } from "./nest-line.tsx";
import { NewLink } from "./new-link.tsx";
import { useProblems } from "./use-problems.ts";

/** How the article knows: the provenance, the chain as a sentence, and each link of it. */
export function ChainEditor({ claim }: { claim: ClaimView }) {
  const { ui, codebook, canWrite } = useWorkspace();
  const { setCategory } = useActions();
  const names = useNames();
  const problems = useProblems(claim);
  const activeLink = useUi((state) => state.activeLink);
  const newLink = useUi((state) => state.newLink);
  const section = useRef<HTMLElement>(null);
  useAskedFocus("chain", () => linkButton(section.current));
  const inherited = inheritedCount(claim);
  const open = activeLink === null || newLink !== null ? undefined : claim.ownChain[activeLink];
  const select = (index: number, by: "press" | "arrow") => {
    const own = index - inherited;
    const isFolded = own < 0 || (by === "press" && own === activeLink);
    ui.set({ newLink: null, activeLink: isFolded ? null : own });
  };
  return (
    <section ref={section} className={styles.editor} aria-label="How the article knows">
      <div className={styles.head}>
        <h2 className={styles.title}>How the article knows</h2>
        {canWrite && inherited === 0 ? (
          <CategoryPicker
            current={claim.provenance}
            isForActive={activeLink === null && newLink === null}
            onPick={setCategory}
          />
        ) : (
          <ProvenanceChip codebook={codebook} category={claim.provenance} withFamily />
        )}
      </div>
      <ChainSentence
        chain={claim.chain}
        names={names}
        codebook={codebook}
        activeIndex={activeLink === null ? null : activeLink + inherited}
        inherited={inherited}
        troubled={troubledLinks(problems)}
        {...(canWrite || claim.chain.length > 0 ? { onSelect: select } : {})}
      />
      <NestLine claim={claim} />
      {newLink === null ? null : <NewLink claim={claim} at={newLink} />}
      {open && activeLink !== null ? (
        <LinkEditor
          key={`${claim.id} ${activeLink}`}
          claim={claim}
          hop={open}
          at={activeLink}
          problems={problems.filter((problem) => linkOf(problem) === activeLink)}
        />
      ) : null}
      {canWrite ? <Foot claim={claim} /> : null}
      <ChainReading claim={claim} />
      <Problems problems={problems.filter((problem) => !open || linkOf(problem) !== activeLink)} />
    </section>
  );
}

/** What can be done with the chain as a whole. */
function Foot({ claim }: { claim: ClaimView }) {
  const workspace = useWorkspace();
  const ask = () => {
    const target = targetHere(workspace);
    if (target) workspace.ui.set({ asking: { kind: "decision", target } });
  };
  return (
    <div className={styles.foot}>
      <Button size="sm" icon={<Plus />} onClick={() => startLink(workspace, claim, "behind")}>
        {claim.chain.length === 0 ? "Add a source" : "Add a link behind"} <Kbd keys="o" />
      </Button>
      <Button size="sm" variant="quiet" icon={<CircleHelp />} onClick={ask}>
        Ask me <Kbd keys="d" />
      </Button>
      <span className={styles.keys}>
        <Kbd keys="=" /> same as last <Kbd keys="b" /> as before
      </span>
    </div>
  );
}

/** What is the matter and is not shown beside its field, because its link is folded or it is about the whole. */
function Problems({ problems }: { problems: readonly ClaimProblem[] }) {
  const { ui, codebook } = useWorkspace();
  return (
    <ul className={styles.problems} aria-live="polite" aria-label="To look at">
      {problems.map((problem) => {
        const message = problemMessage(problem, codebook);
        const link = linkOf(problem);
        return (
          <li key={message} data-severity={problem.severity}>
            <TriangleAlert aria-hidden="true" />
            {link === null ? (
              <span>{message}</span>
            ) : (
              <button
                type="button"
                className={styles.goThere}
                onClick={() => ui.set({ activeLink: link, newLink: null, focus: { field: "chain" } })}
              >
                {message}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function linkOf(problem: ClaimProblem): number | null {
  return "link" in problem ? problem.link : null;
}

function troubledLinks(problems: readonly ClaimProblem[]): ReadonlySet<number> {
  return new Set(
    problems.flatMap((problem) => ("order" in problem && problem.order ? [problem.order - 1] : [])),
  );
}

/** The active link of the sentence, else its first, else what makes the first. */
function linkButton(section: HTMLElement | null): HTMLElement | null {
  return (
    section?.querySelector<HTMLElement>("[data-link][aria-pressed='true']") ??
    section?.querySelector<HTMLElement>("[data-link]") ??
    section?.querySelector<HTMLElement>("button") ??
    null
  );
}
