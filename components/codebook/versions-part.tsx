"use client";
import { useState } from "react";
import type { NameOf } from "#components/review/people.ts";
import { Section } from "#components/settings/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { call } from "#lib/client/api.ts";
import type { CodebookAnswer, CodebookChanges, CodebookVersion } from "#lib/contracts/codebooks.ts";
import { ChangeList } from "./change-list.tsx";
import styles from "./codebook.module.css";
import { labelsIn } from "./words.ts";

type Props = { workspace: string; answer: CodebookAnswer; nameOf: NameOf };

/** Every version that is out, newest first, with what it changed. */
export function VersionsPart({ workspace, answer, nameOf }: Props) {
  return (
    <Section
      title="Versions"
      about="Each stays as it was published, for the projects that have it and for exports."
    >
      <ol className={styles.versions}>
        {answer.versions.map((version) => (
          <Version key={version.version} {...{ workspace, answer, version, nameOf }} />
        ))}
      </ol>
    </Section>
  );
}

function Version({ workspace, answer, version, nameOf }: Props & { version: CodebookVersion }) {
  const number = version.version;
  const { id } = answer.codebook;
  const { changes, failure, isBusy, toggle } = useChanges(
    `/workspaces/${workspace}/codebooks/${id}/changes?from=${number - 1}&to=${number}`,
  );
  return (
    <li className={styles.version}>
      <div className={styles.versionHead}>
        <span className={styles.label}>Version {number}</span>
        <span className={styles.quiet}>
          {version.createdBy ? `${nameOf(version.createdBy)}, ` : "came with the workspace, "}
          <RelativeTime at={version.createdAt} />
        </span>
        {number > 1 ? (
          <Button
            size="sm"
            variant="quiet"
            busy={isBusy}
            aria-expanded={changes !== null}
            aria-label={`What changed in version ${number}`}
            onClick={() => void toggle()}
          >
            {changes ? "Hide" : "What changed"}
          </Button>
        ) : null}
      </div>
      {version.note ? <p className={styles.note}>{version.note}</p> : null}
      {failure ? (
        <Notice tone="danger" title="What changed could not be read" live>
          {failure}
        </Notice>
      ) : null}
      {changes ? <ChangeList changes={changes} labelOf={labelsIn(answer.codebook)} /> : null}
    </li>
  );
}

/** What differs between two versions, asked for when somebody wants to see it. */
export function useChanges(path: string) {
  const [changes, setChanges] = useState<CodebookChanges | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const toggle = async () => {
    if (changes) return setChanges(null);
    setBusy(true);
    const answer = await call<CodebookChanges>("GET", path);
    setBusy(false);
    setFailure(answer.ok ? null : (answer.failure.detail ?? answer.failure.title));
    if (answer.ok) setChanges(answer.value);
  };
  return { changes, failure, isBusy, toggle };
}
