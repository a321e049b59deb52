import type { Metadata } from "next";
import { ApiDoc } from "#components/docs/api-doc.tsx";
import type { ApiDocument } from "#components/docs/api-document.ts";
import { problemTypes } from "#lib/contracts/problems.ts";
import { apiDocument } from "#lib/web/api-document.ts";

export const metadata: Metadata = { title: "API" };

export default function ApiDocs() {
  // `ApiDocument` names the parts of OpenAPI that openApi writes and this page reads.
  const document = apiDocument() as unknown as ApiDocument;
  const problems = Object.entries(problemTypes).map(([slug, { title, status }]) => ({ slug, title, status }));
  return <ApiDoc document={document} problems={problems} />;
}
