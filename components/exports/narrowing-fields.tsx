"use client";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type Category, type Codebook, categoriesIn } from "#core/provenance/codebook.ts";
import type { Member } from "#lib/contracts/workspaces.ts";
import { type Narrowing, noNarrowing } from "./choices.ts";
import styles from "./exports.module.css";
import { ArticlesField, SourceField } from "./search-fields.tsx";
import { SinceField } from "./since-field.tsx";

export type Person = Pick<Member, "userId" | "name">;

type Props = {
  workspace: string;
  /** Slug. */
  project: string;
  people: readonly Person[];
  narrowing: Narrowing;
  /** What is chosen, a few words each. */
  words: readonly string[];
  onChange: (change: Partial<Narrowing>) => void;
};

/** Folded away until it is wanted; closed, it says what it does. */
export function NarrowingFields({ words, ...props }: Props) {
  return (
    <details className={styles.narrowing}>
      <summary>
        <span className={styles.narrowingTitle}>Narrow it down</span>
        <span className={styles.narrowingWords}>
          {words.length === 0 ? "articles, provenance, people, time" : words.join(" · ")}
        </span>
      </summary>
      <div className={styles.fields}>
        <ArticlesField
          workspace={props.workspace}
          project={props.project}
          chosen={props.narrowing.articles}
          onChange={(articles) => props.onChange({ articles })}
        />
        <WhatFields {...props} />
        <WhoFields {...props} />
        <WhenFields {...props} />
        {words.length === 0 ? null : (
          <Button size="sm" className={styles.clear} onClick={() => props.onChange(noNarrowing)}>
            Take all again
          </Button>
        )}
      </div>
    </details>
  );
}

type FieldsProps = Omit<Props, "words">;

const ANY = "\u0000any";
const picked = (value: string) => (value === ANY ? null : value);

/** Retired ones last: claims that have one can still be asked for. */
function groupsOf(codebook: Codebook) {
  const option = ({ id, label }: Category) => ({ value: id, label });
  const retired = codebook.categories.filter(({ isRetired }) => isRetired);
  const offered = codebook.families.map(({ id, label }) => ({
    label,
    options: categoriesIn(codebook, id).map(option),
  }));
  return retired.length === 0 ? offered : [...offered, { label: "Retired", options: retired.map(option) }];
}

function WhatFields({ narrowing, onChange, workspace }: FieldsProps) {
  const families = groupsOf(useCodebook());
  return (
    <>
      <TextField
        label="Words"
        type="search"
        placeholder="In the statement or the quoted text"
        value={narrowing.q}
        maxLength={200}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <Select
        label="Provenance"
        options={[{ value: ANY, label: "Any provenance" }, ...families]}
        value={narrowing.provenance ?? ANY}
        onValueChange={(value) => onChange({ provenance: picked(value) })}
      />
      <Select
        label="Origin"
        hint="The last link of the chain."
        options={[{ value: ANY, label: "Any origin" }, ...families]}
        value={narrowing.originProvenance ?? ANY}
        onValueChange={(value) => onChange({ originProvenance: picked(value) })}
      />
      <SourceField
        workspace={workspace}
        chosen={narrowing.source}
        onChange={(source) => onChange({ source })}
      />
    </>
  );
}

function WhoFields({ narrowing, people, onChange }: FieldsProps) {
  const options = (any: string) => [
    { value: ANY, label: any },
    ...people.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <div className={styles.pair}>
      <Select
        label="Author"
        options={options("Anybody")}
        value={narrowing.author ?? ANY}
        onValueChange={(value) => onChange({ author: picked(value) })}
      />
      <Select
        label="Reviewer"
        options={options("Anybody")}
        value={narrowing.reviewer ?? ANY}
        onValueChange={(value) => onChange({ reviewer: picked(value) })}
      />
    </div>
  );
}

function WhenFields({ narrowing, onChange, workspace, project }: FieldsProps) {
  return (
    <>
      <TextField
        label="Changed since"
        type="datetime-local"
        hint="Claims whose content or state changed after this."
        value={narrowing.changedSince}
        onChange={(event) => onChange({ changedSince: event.currentTarget.value })}
      />
      <TextField
        label="As of"
        type="datetime-local"
        hint="The project as it was then. Empty: as it is now."
        value={narrowing.asOf}
        onChange={(event) => onChange({ asOf: event.currentTarget.value })}
      />
      <SinceField
        {...{ workspace, project }}
        since={narrowing.since}
        onChange={(since) => onChange({ since })}
      />
    </>
  );
}
