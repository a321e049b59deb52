"use client";
import { useState } from "react";
import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { categoriesIn } from "#core/provenance/codebook.ts";
import type { DecisionCreate } from "#lib/contracts/adjudication.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import styles from "./adjudication.module.css";
import type { Reading } from "./adjudication-screen.tsx";

type Content = Extract<DecisionCreate, { outcome: "combined" }>["content"];
type Choice = { readonly claim: Claim; readonly name: string };
type Props = {
  choices: readonly Choice[];
  reading: Reading;
  isSending: boolean;
  onCancel: () => void;
  onDecide: (outcome: "combined" | "anew", content: Content) => Promise<boolean>;
};

const AS_CODED = "as-coded";

/** Parts of several readings made one, with another statement or category where none has it right. */
export function CombineForm({ choices, reading, isSending, onCancel, onDecide }: Props) {
  const [first] = choices;
  const [from, setFrom] = useState({ spans: 0, chain: 0, rest: 0 });
  const [statement, setStatement] = useState(first?.claim.statement ?? "");
  const [category, setCategory] = useState(AS_CODED);
  const pick = (part: keyof typeof from) => choices[from[part]]?.claim ?? first?.claim;
  const [spans, chain, rest] = [pick("spans"), pick("chain"), pick("rest")];
  if (!(spans && chain && rest)) return null;
  const isAnew = category !== AS_CODED || !choices.some(({ claim }) => claim.statement === statement.trim());
  const send = () =>
    onDecide(isAnew ? "anew" : "combined", contentOf({ spans, chain, rest, statement, category }));
  const options = choices.map(({ name }, at) => ({ value: String(at), label: name }));
  const chooser = (part: keyof typeof from, label: string) => (
    <Select
      label={label}
      value={String(from[part])}
      options={options}
      onValueChange={(value) => setFrom((now) => ({ ...now, [part]: Number(value) }))}
    />
  );
  return (
    <form
      className={styles.combine}
      aria-label="Combine or write anew"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <div className={styles.pickers}>
        {chooser("spans", "Words from")}
        {chooser("chain", "Chain and category from")}
        {chooser("rest", "Kind, hedges and flags from")}
        <Select
          label={chain.chain.length > 0 ? "Category of link 1" : "Category"}
          value={category}
          options={[{ value: AS_CODED, label: "As coded" }, ...categoryOptions(reading, chain)]}
          onValueChange={setCategory}
        />
      </div>
      <TextArea
        label="Statement"
        rows={2}
        maxLength={5_000}
        value={statement}
        autoFocus
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <p className={styles.quote}>
        <ClaimQuote fragments={spans.spans.map(({ start, end }) => reading.words[`${start}-${end}`] ?? "")} />
      </p>
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" busy={isSending}>
          {isAnew ? "Write it so" : "Combine so"}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A chain's link takes any category that speaks for others; no chain is the article's own voice, or unclear. */
function categoryOptions({ codebook }: Reading, { chain }: Claim) {
  const isSourced = chain.length > 0;
  return codebook.families
    .filter(({ id }) => (id === "own_voice" ? !isSourced : isSourced || id === "unclear"))
    .map(({ id, label }) => ({
      label,
      options: categoriesIn(codebook, id).map((category) => ({ value: category.id, label: category.label })),
    }));
}

type Parts = { spans: Claim; chain: Claim; rest: Claim; statement: string; category: string };

function contentOf({ spans, chain, rest, statement, category }: Parts): Content {
  const links = chain.chain.map((link, at) =>
    at === 0 && category !== AS_CODED ? { ...link, category } : link,
  );
  return {
    spans: spans.spans,
    statement: statement.trim(),
    kind: rest.kind,
    hedges: rest.hedges,
    flags: rest.flags,
    chain: links,
    ...(links.length === 0 ? { provenance: category === AS_CODED ? chain.provenance : category } : {}),
  };
}
