import type { ReactNode } from "react";
import { ApiDoc, type Problems, ProblemsDoc } from "./api-doc.tsx";
import { type ApiDocument, readable, slugOf } from "./api-document.ts";
import { DocsContents } from "./docs-contents.tsx";
import { DocsShell } from "./docs-shell.tsx";
import { guidePages } from "./guide/pages.ts";
import { GuideDoc } from "./guide-doc.tsx";
import { ReferenceDoc, SchemasDoc } from "./reference-doc.tsx";

type Docs = { document: object; problems: Problems };

/** The title of a page of these docs; null where there is none by that name. */
export function titleOf(slug: string, document: object): string | null {
  const special = { schemas: "Schemas", problems: "Problems" }[slug];
  const guide = guidePages.find((page) => page.slug === slug)?.title;
  return special ?? guide ?? readable(document).tags.find(({ name }) => slugOf(name) === slug)?.name ?? null;
}

/** One page of the docs with what there is beside it; without a name the first. */
export function ApiPage({ slug, document: described, problems }: Docs & { slug?: string }) {
  const document = readable(described);
  return (
    <DocsShell aside={<DocsContents document={document} current={slug} />}>
      {slug === undefined ? <ApiDoc document={document} /> : body(slug, document, problems)}
    </DocsShell>
  );
}

function body(slug: string, document: ApiDocument, problems: Problems): ReactNode {
  if (slug === "schemas") return <SchemasDoc document={document} />;
  if (slug === "problems") return <ProblemsDoc problems={problems} />;
  const page = guidePages.find((one) => one.slug === slug);
  if (page) return <GuideDoc page={page} />;
  return <ReferenceDoc document={document} tag={titleOf(slug, document) ?? ""} />;
}
