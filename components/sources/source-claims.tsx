"use client";
import Link from "next/link";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { StateMark } from "#components/claims/state-mark.tsx";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { queryString } from "#lib/client/api.ts";
import { usePages } from "#lib/client/use-pages.ts";
import type { ClaimRow, ClaimsPage } from "#lib/contracts/claims.ts";
import type { SourceRow } from "#lib/contracts/sources.ts";
import styles from "./sources.module.css";

type Props = { workspace: string; source: SourceRow; claims: ClaimsPage };

/** Every claim whose chain names the source, wherever in the chain that is. */
export function SourceClaims({ workspace, source, claims }: Props) {
  const address = `/workspaces/${workspace}/claims${queryString({ source: source.id, limit: 50 })}`;
  const list = usePages<ClaimRow>(claims, address);
  return (
    <section className={styles.claims} aria-labelledby="claims-title">
      <h2 id="claims-title" className={styles.sectionTitle}>
        {source.claimCount === 1 ? "1 claim" : `${source.claimCount} claims`} in{" "}
        {source.articleCount === 1 ? "1 article" : `${source.articleCount} articles`}
      </h2>
      {list.rows.length === 0 ? (
        <EmptyState compact title="No claim rests on it yet">
          It appears here once a link of a claim’s chain names it.
        </EmptyState>
      ) : (
        <ul className={styles.claimList}>
          {list.rows.map((claim) => (
            <Claim key={claim.id} {...{ workspace, claim }} sourceId={source.id} />
          ))}
        </ul>
      )}
      {list.failure ? (
        <Notice tone="danger" title={list.failure.title} live>
          {list.failure.detail}
        </Notice>
      ) : null}
      {list.hasMore ? (
        <LoadMore
          shown={list.rows.length}
          total={source.claimCount}
          hasMore
          busy={list.isBusy}
          onLoadMore={list.loadMore}
          noun="claims"
        />
      ) : null}
    </section>
  );
}

function Claim({ workspace, claim, sourceId }: { workspace: string; claim: ClaimRow; sourceId: string }) {
  const codebook = useCodebook();
  return (
    <li className={styles.claim}>
      <Link href={`/w/${workspace}/claims/${claim.id}`} className={styles.claimLink}>
        <span className={styles.exact} dir="auto">
          {claim.exact}
        </span>
      </Link>
      {claim.statement ? <p className={styles.statement}>{claim.statement}</p> : null}
      <p className={styles.claimFacts}>
        <ProvenanceChip codebook={codebook} category={claim.provenance} />
        <StateMark state={claim.state} />
        <span>{placeWords(claim, sourceId)}</span>
        <span className={styles.inArticle}>{claim.articleTitle}</span>
      </p>
    </li>
  );
}

/** Where in the chain the source stands: the outermost is the origin. */
function placeWords({ chain }: ClaimRow, sourceId: string): string {
  const at = chain.findLastIndex(({ sources }) => sources.includes(sourceId));
  if (at === -1) return "";
  if (at === chain.length - 1) return chain.length === 1 ? "the only link" : `the origin, link ${at + 1}`;
  return `link ${at + 1} of ${chain.length}`;
}
