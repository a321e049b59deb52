"use client";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Facts } from "#components/ui/facts.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Role } from "#core/review/state.ts";
import type { KeptExport } from "#lib/contracts/exports.ts";
import type { Named } from "./choices.ts";
import { exportPath } from "./export-paths.ts";
import styles from "./kept.module.css";
import { KeptMenu } from "./kept-menu.tsx";
import { count, type NamesFor, narrowingWords, sizeWords, titleOf } from "./request-words.ts";
import { Sha256 } from "./sha256.tsx";

export type Reader = { readonly userId: string; readonly role: Role };

export type KeptRowProps = {
  /** Slug. */
  workspace: string;
  reader: Reader;
  names: NamesFor;
  one: KeptExport;
  onChange: (one: KeptExport) => void;
  /** Asks for the same, as it is by now. */
  onAgain: (one: KeptExport) => void;
  onSince: (request: KeptExport["request"], since: Named) => void;
};

const stateWords: Readonly<Record<KeptExport["state"], { words: string; tone: Tone } | null>> = {
  queued: { words: "Waiting", tone: "neutral" },
  running: { words: "Being made", tone: "info" },
  done: null,
  failed: { words: "Failed", tone: "danger" },
  expired: { words: "File taken away", tone: "neutral" },
};

export function KeptRow(props: KeptRowProps) {
  const { workspace, one, names } = props;
  const narrowing = narrowingWords(one.request, names);
  const said = stateWords[one.state];
  const title = titleOf(one.request);
  return (
    <li className={styles.row} data-state={one.state}>
      <div className={styles.main}>
        <p className={styles.what}>
          <span className={styles.title}>{title}</span>
          {said ? <Badge tone={said.tone}>{said.words}</Badge> : null}
        </p>
        {narrowing.length === 0 ? null : <p className={styles.narrowing}>{narrowing.join(" · ")}</p>}
        <Facts>
          <span>
            <RelativeTime at={one.createdAt} />
          </span>
          <span>{one.requestedBy.name ?? "A former colleague"}</span>
          {one.counts ? <span>{count(one.counts.claims, "claim")}</span> : null}
          {one.counts && one.counts.deleted > 0 ? <span>{one.counts.deleted} no more</span> : null}
          {one.bytes === null ? null : <span>{sizeWords(one.bytes)}</span>}
          {one.eventNumber === null ? null : <span>event {one.eventNumber}</span>}
          {one.sha256 === null ? null : (
            <span>
              <Sha256 value={one.sha256} />
            </span>
          )}
          <Expiry one={one} />
        </Facts>
        <Course one={one} />
      </div>
      <div className={styles.actions}>
        {one.state === "done" ? (
          <a
            href={`/api/v1${exportPath(workspace, one.id)}/file`}
            download={one.fileName ?? true}
            aria-label={`Download ${title}`}
            className={buttonClass({ size: "sm" })}
          >
            Download
          </a>
        ) : null}
        {one.state === "failed" ? (
          <Button size="sm" aria-label={`Try again: ${title}`} onClick={() => props.onAgain(one)}>
            Try again
          </Button>
        ) : null}
        {one.sha256 === null ? null : (
          <a
            href={`/api/v1${exportPath(workspace, one.id)}/manifest`}
            download={`${one.fileName ?? "export"}.manifest.json`}
            aria-label={`Manifest of ${title}`}
            className={buttonClass({ size: "sm", variant: "quiet" })}
          >
            Manifest
          </a>
        )}
        <KeptMenu {...props} />
      </div>
    </li>
  );
}

function Expiry({ one: { state, expiresAt } }: { one: KeptExport }) {
  if (state !== "done" || expiresAt === null) return null;
  return (
    <span>
      expires <RelativeTime at={expiresAt} />
    </span>
  );
}

/** How far it has come, or why it did not. */
function Course({ one }: { one: KeptExport }) {
  const { state, claimsDone, claimsTotal, error } = one;
  if (state === "failed") return <p className={styles.error}>{error ?? "It could not be made."}</p>;
  if (state !== "queued" && state !== "running") return null;
  const words =
    state === "queued" || claimsTotal === null
      ? "It begins in a moment. You can leave this page."
      : `${claimsDone.toLocaleString("en")} of ${count(claimsTotal, "claim")}`;
  return (
    <div className={styles.course}>
      <progress
        aria-label={`Progress of ${titleOf(one.request)}`}
        max={claimsTotal ?? 1}
        value={state === "running" && claimsTotal !== null ? claimsDone : 0}
      />
      <span>{words}</span>
    </div>
  );
}
