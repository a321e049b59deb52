"use client";
import { ArrowLeft, ArrowRight, TextSelect, Trash2, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { moveActiveLink, removeActiveLink, writeLinks } from "#components/annotator/tagging/links.ts";
import { orderOf } from "#components/annotator/tagging/tag.ts";
import { exactElsewhere } from "#components/annotator/tagging/take-over.ts";
import { pickNames, useActions } from "#components/annotator/workspace/use-actions.ts";
import {
  useNames,
  useRows,
  useUi,
  useWorkspace,
} from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Link } from "#core/attribution/claim.ts";
import type { ClaimProblem } from "#core/attribution/problems.ts";
import { familyOf } from "#core/provenance/codebook.ts";
import type { Span } from "#core/text/span.ts";
import { patchLink } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./chain-editor.module.css";
import { LinkFacets } from "./link-facets.tsx";
import { LinkProblems, placeOfProblem } from "./link-problems.tsx";
import { LinkSources } from "./link-sources.tsx";

type Props = { claim: ClaimView; hop: Link; at: number; problems: readonly ClaimProblem[] };

/** One link: category, source, mention, cue; the other facets folded away (rules.md 1). */
export function LinkEditor({ claim, hop, at, problems }: Props) {
  const workspace = useWorkspace();
  const { ui, codebook, canWrite } = workspace;
  const { setCategory } = useActions();
  const patch = (part: Partial<Link>, label: string) =>
    writeLinks(workspace, claim, patchLink(claim.ownChain, at, part), label);
  const order = orderOf(claim, at);
  const told = (place: ReturnType<typeof placeOfProblem>, remedy?: (problem: ClaimProblem) => ReactNode) => (
    <LinkProblems
      problems={problems.filter((problem) => placeOfProblem(problem) === place)}
      codebook={codebook}
      {...(remedy && canWrite ? { remedy } : {})}
    />
  );
  const carry = ({ kind }: ClaimProblem) =>
    kind === "nothing_marked" ? (
      <Button
        size="sm"
        variant="quiet"
        onClick={() => patch({ explicit: false, basis: "carried_over" }, "Carry the attribution over")}
      >
        It carries over
      </Button>
    ) : null;
  return (
    <fieldset
      className={styles.link}
      data-family={familyOf(codebook, hop.category)?.id ?? "unclear"}
      aria-label={`Link ${order}`}
    >
      <div className={styles.linkHead}>
        <span className={styles.order}>
          Link {order} of {claim.chain.length}
        </span>
        {canWrite ? <LinkButtons claim={claim} at={at} /> : null}
        <IconButton
          size="sm"
          icon={<X />}
          label="Fold the link"
          shortcut="Esc"
          onClick={() => ui.set({ activeLink: null })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.rowLabel}>Category</span>
        {canWrite ? (
          <CategoryPicker current={hop.category} isForActive onPick={setCategory} />
        ) : (
          <ProvenanceChip codebook={codebook} category={hop.category} withFamily />
        )}
      </div>
      {told("category")}
      <MoreExact claim={claim} hop={hop} at={at} />
      <LinkSources hop={hop} onChange={(sources) => patch({ sources }, "Change the source")} />
      {told("source")}
      {(["mention", "cue", "addressee"] as const).map((field) => (
        <Marked
          key={field}
          hop={hop}
          at={at}
          field={field}
          onChange={(spans) => patch({ [field]: spans }, `Clear the ${pickNames[field]}`)}
        />
      ))}
      {told("marks", carry)}
      <LinkFacets hop={hop} onChange={patch} />
      {told("facets")}
    </fieldset>
  );
}

function LinkButtons({ claim, at }: { claim: ClaimView; at: number }) {
  const workspace = useWorkspace();
  const last = claim.ownChain.length - 1;
  return (
    <>
      <IconButton
        size="sm"
        icon={<ArrowLeft />}
        label="Move towards the article"
        shortcut="<"
        aria-disabled={at === 0}
        onClick={() => moveActiveLink(workspace, -1)}
      />
      <IconButton
        size="sm"
        icon={<ArrowRight />}
        label="Move towards the origin"
        shortcut=">"
        aria-disabled={at === last}
        onClick={() => moveActiveLink(workspace, 1)}
      />
      <IconButton
        size="sm"
        icon={<Trash2 />}
        label="Remove the link"
        shortcut="Delete"
        onClick={() => removeActiveLink(workspace)}
      />
    </>
  );
}

/** The same source's words are shown more exactly elsewhere: then that holds here too (domain.md). */
function MoreExact({ claim, hop, at }: { claim: ClaimView; hop: Link; at: number }) {
  const workspace = useWorkspace();
  const names = useNames();
  const rows = useRows();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other claims in the store
  const exact = useMemo(
    () => exactElsewhere(workspace, hop.category, hop.sources),
    [workspace, hop.category, hop.sources, rows],
  );
  if (!exact || !workspace.canWrite) return null;
  const take = () =>
    writeLinks(
      workspace,
      claim,
      patchLink(claim.ownChain, at, { category: exact.category }),
      "Take the more exact category",
    );
  return (
    <p className={styles.exact}>
      Elsewhere in this article {names.source(exact.source) ?? "the same source"} is shown as{" "}
      <ProvenanceChip codebook={workspace.codebook} category={exact.category} />.{" "}
      <Button size="sm" variant="quiet" onClick={take}>
        Take that here too
      </Button>
    </p>
  );
}

const labels = { mention: "Mention", cue: "Cue", addressee: "Addressee" } as const;
const keys = { mention: "Shift-S", cue: "t", addressee: "Shift-T" } as const;
type MarkedProps = {
  hop: Link;
  at: number;
  field: keyof typeof labels;
  onChange: (spans: readonly Span[]) => void;
};

/** Words of the text that belong to a link, piece by piece, and the way to mark them there. */
function Marked({ hop, at, field, onChange }: MarkedProps) {
  const { canWrite, index, ui } = useWorkspace();
  const { startPicking } = useActions();
  const isPicking = useUi(({ picking }) => picking?.kind === field && picking.link === at);
  const spans = hop[field];
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{labels[field]}</span>
      <span className={styles.words}>
        {spans.map((span) => (
          <span key={span.start} className={styles.piece}>
            “{index.slice(span)}”
            {canWrite && !isPicking ? (
              <IconButton
                size="sm"
                icon={<X />}
                label={`Clear “${index.slice(span)}” as the ${pickNames[field]}`}
                onClick={() => onChange(spans.filter((other) => other !== span))}
              />
            ) : null}
          </span>
        ))}
        {isPicking || spans.length === 0 ? (
          <span className={styles.absent}>
            {isPicking ? "Select the words in the text, then Enter" : "not marked"}
          </span>
        ) : null}
      </span>
      {canWrite ? (
        <span>
          {isPicking ? (
            <Button size="sm" onClick={() => ui.set({ picking: null })}>
              Cancel
            </Button>
          ) : (
            <IconButton
              size="sm"
              icon={<TextSelect />}
              label={`Mark the ${pickNames[field]} in the text`}
              shortcut={keys[field]}
              onClick={() => startPicking({ kind: field, link: at })}
            />
          )}
        </span>
      ) : null}
    </div>
  );
}
