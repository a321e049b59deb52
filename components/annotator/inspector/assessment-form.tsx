"use client";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { optionsOf } from "#components/chain/link-facets.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { credibilityGrades, reliabilityGrades } from "#core/provenance/admiralty.ts";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import { call } from "#lib/client/api.ts";
import type { Assessment, AssessmentInput } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { needsRationale } from "./describe-assessment.ts";
import styles from "./inspector.module.css";

const none = { value: "", label: "Not judged" };
const reliability = [
  none,
  ...reliabilityGrades.map(({ id, label, definition }) => ({
    value: id as string,
    label: `${id} · ${label}`,
    hint: definition || undefined,
  })),
];
const credibility = [
  none,
  ...credibilityGrades.map(({ id, label, definition }) => ({
    value: String(id),
    label: `${id} · ${label}`,
    hint: definition || undefined,
  })),
];
const blank: AssessmentInput = {
  sourceReliability: null,
  infoCredibility: null,
  attributionFidelity: null,
  verification: null,
  confidence: null,
  rationale: "",
  evidence: [],
};

type Props = { path: string; own: Assessment | null; onSaved: (assessment: Assessment) => void };

/** One's own judgement. Source and information are graded apart: neither fills in the other. */
export function AssessmentForm({ path, own, onSaved }: Props) {
  const { announce } = useWorkspace();
  const [given, setGiven] = useState<AssessmentInput>(() => inputOf(own));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<AssessmentInput>) => setGiven((old) => ({ ...old, ...part }));
  const save = async () => {
    setBusy(true);
    const result = await call<Assessment>("PUT", path, given);
    setBusy(false);
    if (!result.ok) return setProblem(result.failure.detail ?? result.failure.title);
    setProblem(null);
    announce("Assessment saved.");
    onSaved(result.value);
  };
  const isIncomplete = needsRationale(given) && given.rationale.trim() === "";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {/* The values of each list are its own ids, or "" for none. */}
      <Select
        placeholder="Not judged"
        label="Reliability of the source"
        value={given.sourceReliability ?? ""}
        options={reliability}
        onValueChange={(value) =>
          set({ sourceReliability: (value || null) as AssessmentInput["sourceReliability"] })
        }
      />
      <Select
        placeholder="Not judged"
        label="Credibility of the information"
        value={given.infoCredibility === null ? "" : String(given.infoCredibility)}
        options={credibility}
        onValueChange={(value) => set({ infoCredibility: value ? Number(value) : null })}
      />
      <Select
        placeholder="Not judged"
        label="Did the source say so?"
        value={given.attributionFidelity ?? ""}
        options={[none, ...optionsOf(facetLabels.fidelity)]}
        onValueChange={(value) =>
          set({ attributionFidelity: (value || null) as AssessmentInput["attributionFidelity"] })
        }
      />
      <Select
        placeholder="Not judged"
        label="Is it so?"
        value={given.verification ?? ""}
        options={[none, ...optionsOf(facetLabels.verification)]}
        onValueChange={(value) => set({ verification: (value || null) as AssessmentInput["verification"] })}
      />
      <Select
        placeholder="Not judged"
        label="Confidence in this judgement"
        value={given.confidence ?? ""}
        options={[none, ...optionsOf(facetLabels.confidence)]}
        onValueChange={(value) => set({ confidence: (value || null) as AssessmentInput["confidence"] })}
      />
      <TextArea
        label="Rationale"
        aside={needsRationale(given) ? "needed for A, E, 1 and 5" : "optional"}
        value={given.rationale}
        maxLength={5_000}
        onChange={(event) => set({ rationale: event.currentTarget.value })}
      />
      <EvidenceList evidence={given.evidence} onChange={(evidence) => set({ evidence })} />
      {problem ? (
        <Notice tone="danger" title="Not saved" live>
          {problem}
        </Notice>
      ) : null}
      <div>
        <Button size="sm" type="submit" variant="primary" busy={busy} disabled={isIncomplete}>
          Save the assessment
        </Button>
      </div>
    </form>
  );
}

type Evidence = AssessmentInput["evidence"];

function EvidenceList({
  evidence,
  onChange,
}: {
  evidence: Evidence;
  onChange: (evidence: Evidence) => void;
}) {
  const patch = (at: number, part: Partial<Evidence[number]>) =>
    onChange(evidence.map((item, index) => (index === at ? { ...item, ...part } : item)));
  return (
    <fieldset className={styles.form} aria-label="Evidence">
      {evidence.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id; its place is what one edits
        <div key={at} className={styles.form}>
          <div className={styles.rowItem}>
            <Select
              size="sm"
              aria-label="Bearing"
              value={item.stance}
              options={stances}
              onValueChange={(stance) => patch(at, { stance })}
            />
            <IconButton
              size="sm"
              icon={<X />}
              label="Remove this evidence"
              onClick={() => onChange(evidence.toSpliced(at, 1))}
            />
          </div>
          <TextField
            size="sm"
            label="Address"
            labelHidden
            type="url"
            placeholder="https://…"
            value={item.url ?? ""}
            onChange={(event) => patch(at, { url: event.currentTarget.value || null })}
          />
          <TextField
            size="sm"
            label="Note"
            labelHidden
            placeholder="What it shows"
            value={item.note}
            onChange={(event) => patch(at, { note: event.currentTarget.value })}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus />}
          onClick={() => onChange([...evidence, { url: null, note: "", stance: "supports" }])}
        >
          Add evidence
        </Button>
      </div>
    </fieldset>
  );
}

const stances = [
  { value: "supports" as const, label: "Supports" },
  { value: "contradicts" as const, label: "Contradicts" },
];

function inputOf(own: Assessment | null): AssessmentInput {
  if (!own) return blank;
  const {
    sourceReliability,
    infoCredibility,
    attributionFidelity,
    verification,
    confidence,
    rationale,
    evidence,
  } = own;
  return {
    sourceReliability,
    infoCredibility,
    attributionFidelity,
    verification,
    confidence,
    rationale,
    evidence,
  };
}
