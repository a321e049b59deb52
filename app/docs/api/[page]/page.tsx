import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApiPage, titleOf } from "#components/docs/api-page.tsx";
import { apiDocs } from "#lib/web/api-document.ts";

type Props = { params: Promise<{ page: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = titleOf((await params).page, apiDocs().document);
  return { title: title === null ? "API" : `${title} · API` };
}

export default async function ApiDocsPage({ params }: Props) {
  const { page } = await params;
  const docs = apiDocs();
  return titleOf(page, docs.document) === null ? notFound() : <ApiPage slug={page} {...docs} />;
}
