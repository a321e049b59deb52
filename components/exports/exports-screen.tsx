"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { RadioGroup, SegmentedControl } from "#components/ui/choice.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Project } from "#lib/contracts/workspaces.ts";
import { type ExportChoice, exportAddress, shapes, states } from "./choices.ts";
import { ExportPreview } from "./export-preview.tsx";
import styles from "./exports.module.css";
import { useArticleSearch } from "./use-article-search.ts";

export type ExportsScreenProps = {
  /** Slug. */
  workspace: string;
  project: Project;
  /** Claims by what could be asked for; kinds the reader may not ask for are not among them. */
  counts: Readonly<Record<string, number>>;
};

const whole = { state: "approved", shape: "json", text: "quoted", article: null } as const;

/** What is taken away, in which shape, and a look at its first rows. */
export function ExportsScreen({ workspace, project, counts }: ExportsScreenProps) {
  const [choice, setChoice] = useState<ExportChoice>(whole);
  const set = (change: Partial<ExportChoice>) => setChoice({ ...choice, ...change });
  const address = exportAddress(workspace, project.slug, choice);
  return (
    <Page>
      <PageHeader
        title="Exports"
        description="The file is written while you download it, from one moment’s state of the project."
      />
      <div className={styles.screen}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
          <Select
            label="Claims"
            options={states.filter(({ value }) => value in counts).map((one) => withCount(one, counts))}
            value={choice.state}
            onValueChange={(state) => set({ state })}
            hint={whatItHolds(choice.state, project.approvalsNeeded)}
          />
          <Scope {...{ workspace, project }} onArticle={(article) => set({ article })} />
          <RadioGroup
            label="Format"
            options={shapes.map(({ value, label, keeps }) => ({ value, label, hint: keeps }))}
            value={choice.shape}
            onValueChange={(shape) => set({ shape })}
          />
          <SegmentedControl
            label="Quoted text"
            labelHidden={false}
            options={[
              { value: "quoted", label: "With quoted text" },
              { value: "positions", label: "Positions only" },
            ]}
            value={choice.text}
            onValueChange={(text) => set({ text })}
          />
          {choice.text === "positions" ? (
            <p className={styles.hint}>For texts that may not leave the house: offsets without the words.</p>
          ) : null}
          <div className={styles.take}>
            {/* A plain link: the browser saves the stream itself, however long it gets. */}
            <a href={address} download className={buttonClass({ variant: "primary", size: "lg" })}>
              <Download aria-hidden="true" />
              Download
            </a>
            {choice.article === null ? <span>{claimWords(counts[choice.state])}</span> : null}
          </div>
          {project.approvalsNeeded === 0 ? (
            <Notice tone="warning" title="This project has no review">
              Submitted claims are exported as they are; every row and the head of the file say “not
              reviewed”.
            </Notice>
          ) : null}
        </form>
        <ExportPreview
          key={address}
          shape={choice.shape}
          address={exportAddress(workspace, project.slug, choice, 5)}
        />
      </div>
    </Page>
  );
}

const number = new Intl.NumberFormat("en");

function withCount<V extends string>(
  { value, label }: { value: V; label: string },
  counts: ExportsScreenProps["counts"],
) {
  return { value, label, hint: claimWords(counts[value]) };
}

function claimWords(claims = 0): string {
  if (claims === 0) return "no claims yet";
  return claims === 1 ? "1 claim" : `${number.format(claims)} claims`;
}

function whatItHolds(state: ExportChoice["state"], approvalsNeeded: number): string {
  if (state === "all") return "Every claim as it is now, whatever its state.";
  if (state !== "approved") return "Claims in this state now, as they are now.";
  if (approvalsNeeded === 0) return "Submitted claims; nobody reviews them in this project.";
  const by = approvalsNeeded === 1 ? "a reviewer" : "two reviewers";
  return `Each claim’s last revision approved by ${by}, also while a later edit waits for review.`;
}

type ScopeProps = {
  workspace: string;
  project: Project;
  onArticle: (id: string | null) => void;
};

function Scope({ workspace, project, onArticle }: ScopeProps) {
  const search = useArticleSearch(workspace, project.slug);
  return (
    <Combobox
      label="Article"
      aside="optional"
      placeholder={`All of ${project.name}`}
      options={search.options}
      value={search.chosen}
      onQueryChange={search.look}
      loading={search.isLoading}
      onValueChange={(option) => {
        search.choose(option);
        onArticle(option?.value ?? null);
      }}
      emptyText="No article has these words in its title, outlet or byline."
    />
  );
}
