"use client";
import Link from "next/link";
import { useState } from "react";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Evidence, noEvidence, withFiles } from "./evidence.ts";
import { type Finding, type Place, useVerdict } from "./use-verdict.ts";
import { Verdict } from "./verdict.tsx";
import styles from "./verify.module.css";

type Props = {
  /** Where the reader came from and may look kept exports up; null for whoever is a stranger here. */
  place: Place | null;
};

/** Checks a file that somebody hands back. Only its hash and the manifest are sent. */
export function VerifyScreen({ place }: Props) {
  const [evidence, setEvidence] = useState<Evidence>(noEvidence);
  const finding = useVerdict(evidence, place);
  return (
    <article className={styles.screen}>
      {place === null ? null : (
        <p className={styles.back}>
          <Link href={`/w/${place.workspace}/p/${place.project}/exports`}>Back to the exports</Link>
        </p>
      )}
      <h1 className={styles.title}>Verify a file</h1>
      <p className={styles.lead}>
        Whether a file is one that this installation exported, unchanged to the byte. The file stays on your
        machine: only its SHA-256 and its manifest are sent.
      </p>
      <FileDrop
        multiple
        label={labelOf(evidence, place !== null)}
        hint={
          place === null
            ? "An export and its .manifest.json, together or one after the other."
            : "An export. With its .manifest.json it is verified by that; without, it is looked up among the kept exports."
        }
        buttonLabel="Choose files"
        onFiles={(files) => setEvidence(withFiles(evidence, files))}
      />
      <Given evidence={evidence} />
      <div className={styles.finding} aria-live="polite">
        <Found finding={finding} />
      </div>
    </article>
  );
}

function labelOf({ file, manifest }: Evidence, isKnown: boolean): string {
  if (file && manifest) return "Drop another file, or another manifest";
  if (file) return isKnown ? "Drop another file, or its manifest" : "Now drop its manifest";
  return manifest ? "Now drop the file it came with" : "Drop the file and its manifest";
}

function Given({ evidence: { file, manifest } }: { evidence: Evidence }) {
  if (!file && !manifest) return null;
  return (
    <dl className={styles.facts}>
      <dt>File</dt>
      <dd>{file?.name ?? "not there yet"}</dd>
      <dt>Manifest</dt>
      <dd>{manifest?.name ?? "none given"}</dd>
    </dl>
  );
}

function Found({ finding }: { finding: Finding }) {
  if (finding.kind === "hashing") {
    const percent = Math.floor(finding.part * 100);
    return (
      <div className={styles.progress}>
        <progress aria-label="Reading the file" max={100} value={percent} />
        <span aria-hidden="true">{percent} %</span>
      </div>
    );
  }
  if (finding.kind === "problem") {
    return (
      <Notice tone="warning" title={finding.title}>
        {finding.detail}
      </Notice>
    );
  }
  if (finding.kind !== "judged") return null;
  return <Verdict {...finding} />;
}
