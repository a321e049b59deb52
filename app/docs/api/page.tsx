import type { Metadata } from "next";
import { ApiPage } from "#components/docs/api-page.tsx";
import { apiDocs } from "#lib/web/api-document.ts";

export const metadata: Metadata = { title: "API" };

export default function ApiDocs() {
  return <ApiPage {...apiDocs()} />;
}
