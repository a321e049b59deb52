import { Scale } from "lucide-react";
import Link from "next/link";
import { Page } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type Props = { workspace: string; articleId: string; why: string };

/** Why this article is not for its reader to settle. */
export function AdjudicationRefused({ workspace, articleId, why }: Props) {
  return (
    <Page>
      <EmptyState
        icon={<Scale />}
        title="This article cannot be adjudicated by you"
        action={<Link href={`/w/${workspace}/articles/${articleId}`}>To the article</Link>}
      >
        {why}
      </EmptyState>
    </Page>
  );
}
