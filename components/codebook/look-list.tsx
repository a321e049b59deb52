"use client";
import { Eye } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { StateMark } from "#components/claims/state-mark.tsx";
import type { NameOf } from "#components/review/people.ts";
import { Button } from "#components/ui/button.tsx";
import { SegmentedControl } from "#components/ui/choice.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ClaimToLookAtAnswer, ProjectCodebook } from "#lib/contracts/codebooks.ts";
import styles from "./codebook.module.css";
import { useCodebook } from "./codebook-context.tsx";
import { useLookList } from "./use-look-list.ts";
import { counted, reasonWords } from "./words.ts";

type Props = {
  workspace: string;
  project: string;
  state: ProjectCodebook;
  nameOf: NameOf;
  labelOf: (id: string) => string;
};

const ALL = "-";
type Pile = "open" | "looked";

/** The claims to look at again, by category, and those that somebody has looked at. */
export function LookList({ workspace, project, state, nameOf, labelOf }: Props) {
  const [pile, setPile] = useState<Pile>("open");
  const [category, setCategory] = useState(ALL);
  const chosen = category === ALL ? null : category;
  const list = useLookList(workspace, project, { category: chosen, looked: pile === "looked" });
  if (state.claims === 0) {
    return (
      <EmptyState compact icon={<Eye />} title="Nothing to look at again">
        Claims come here when the project is switched to a version in which their category means something
        else.
      </EmptyState>
    );
  }
  const { page } = list;
  return (
    <>
      <div className={styles.choice}>
        <SegmentedControl
          label="Which"
          options={[
            { value: "open", label: `To look at (${state.claims - state.looked})` },
            { value: "looked", label: `Looked at (${state.looked})` },
          ]}
          value={pile}
          onValueChange={setPile}
        />
        <Select
          aria-label="Category"
          options={[
            { value: ALL, label: "All categories" },
            ...state.categories.map((one) => ({
              value: one.category,
              label: labelOf(one.category),
              hint: `${counted(one.claims, "claim")}: ${one.reasons.map((reason) => reasonWords(reason, labelOf)).join(", ")}`,
            })),
          ]}
          value={category}
          onValueChange={setCategory}
        />
      </div>
      {list.failure ? (
        <Notice tone="danger" title="The list could not be read" live>
          {list.failure}
        </Notice>
      ) : null}
      {page?.items.length === 0 ? (
        <EmptyState compact title={pile === "open" ? "All of them are looked at" : "None is looked at yet"} />
      ) : null}
      <ul className={styles.claims} aria-label="Claims" aria-busy={page === null}>
        {page?.items.map((claim) => (
          <Claim key={claim.id} {...{ workspace, claim, nameOf, labelOf }} onMark={list.mark} />
        ))}
      </ul>
      {page && page.items.length > 0 ? (
        <LoadMore
          shown={page.items.length}
          hasMore={page.next !== null}
          busy={list.isBusy}
          onLoadMore={() => void list.more()}
          noun="claims"
        />
      ) : null}
    </>
  );
}

type ClaimProps = Pick<Props, "workspace" | "nameOf" | "labelOf"> & {
  claim: ClaimToLookAtAnswer;
  onMark: (claim: ClaimToLookAtAnswer) => Promise<unknown>;
};

function Claim({ workspace, claim, nameOf, labelOf, onMark }: ClaimProps) {
  const codebook = useCodebook();
  const [isBusy, setBusy] = useState(false);
  const mark = async () => {
    setBusy(true);
    await onMark(claim);
    setBusy(false);
  };
  return (
    <li className={styles.claim}>
      <div className={styles.claimWords}>
        <Link href={`/w/${workspace}/claims/${claim.id}`} className={styles.claimLink} dir="auto">
          {claim.statement || <ClaimQuote fragments={claim.exact.split(" … ")} lines={2} />}
        </Link>
        {claim.categories.map(({ category, reasons }) => (
          <p key={category} className={styles.why}>
            <ProvenanceChip codebook={codebook} category={category} />
            <span>{reasons.map((reason) => reasonWords(reason, labelOf)).join(", ")}</span>
          </p>
        ))}
        <p className={styles.quiet}>
          <StateMark state={claim.state} /> {claim.articleTitle}
          {claim.looked ? (
            <>
              {" · looked at by "}
              {nameOf(claim.looked.by)}, <RelativeTime at={claim.looked.at} />
            </>
          ) : null}
        </p>
      </div>
      {claim.mayLook ? (
        <Button
          size="sm"
          busy={isBusy}
          aria-label={`${claim.looked ? "Look again" : "Stays as it is"}: ${claim.statement || claim.exact}`}
          onClick={() => void mark()}
        >
          {claim.looked ? "Look again" : "Stays as it is"}
        </Button>
      ) : null}
    </li>
  );
}
