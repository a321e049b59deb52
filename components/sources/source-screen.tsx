"use client";
import { Merge } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { articlePath } from "#components/articles/paths.ts";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { ClaimsPage } from "#lib/contracts/claims.ts";
import type { SourceRow } from "#lib/contracts/sources.ts";
import { identificationLabel, typeLabel } from "./labels.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { sourcePath, sourcesPath } from "./paths.ts";
import { SourceClaims } from "./source-claims.tsx";
import { SourceDetails } from "./source-details.tsx";
import styles from "./sources.module.css";

export type SourceScreenProps = {
  /** Slug. */
  workspace: string;
  source: SourceRow;
  /** Where this source was merged into another one. */
  survivor: SourceRow | null;
  claims: ClaimsPage;
  mayEdit: boolean;
};

/** One source: who it is, and everything that is claimed from it. */
export function SourceScreen({ workspace, source, survivor, claims, mayEdit }: SourceScreenProps) {
  const [isMerging, setIsMerging] = useState(false);
  const { articleId } = source;
  return (
    <Page>
      <PageHeader
        eyebrow={<Link href={sourcesPath(workspace)}>Sources</Link>}
        title={source.name}
        description={[typeLabel(source.type), identificationLabel(source.identification), source.roleTitle]
          .filter(Boolean)
          .join(" · ")}
        actions={
          mayEdit && !survivor ? (
            <Button icon={<Merge />} onClick={() => setIsMerging(true)}>
              Merge…
            </Button>
          ) : null
        }
      />
      {survivor ? <Merged {...{ workspace, source, survivor, mayEdit }} /> : null}
      {articleId ? (
        <Notice
          title="An anonymous source"
          action={<Link href={articlePath(workspace, articleId)}>The article</Link>}
        >
          It belongs to the one article that speaks of it, and is never taken for another article’s.
        </Notice>
      ) : null}
      <div className={styles.source}>
        <SourceClaims {...{ workspace, source, claims }} />
        <SourceDetails key={source.id} {...{ workspace, source }} mayEdit={mayEdit && survivor === null} />
      </div>
      {isMerging ? (
        <MergeDialog workspace={workspace} source={source} onClose={() => setIsMerging(false)} />
      ) : null}
    </Page>
  );
}

function Merged({
  workspace,
  source,
  survivor,
  mayEdit,
}: Omit<SourceScreenProps, "claims"> & { survivor: SourceRow }) {
  const router = useRouter();
  const { notify } = useToast();
  const takeBack = async () => {
    const answer = await call<SourceRow>("POST", `/workspaces/${workspace}/sources/${source.id}/unmerge`);
    if (answer.ok) return router.refresh();
    notify({ tone: "danger", title: answer.failure.title, description: answer.failure.detail ?? "" });
  };
  return (
    <Notice
      title="Merged into another source"
      action={
        mayEdit ? (
          <Button size="sm" onClick={takeBack}>
            Take the merge back
          </Button>
        ) : null
      }
    >
      Its claims are now with <Link href={sourcePath(workspace, survivor.id)}>{survivor.name}</Link>.
    </Notice>
  );
}
