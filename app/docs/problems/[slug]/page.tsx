import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProblemDoc } from "#components/docs/problem-doc.tsx";
import { isProblemSlug, problemTypes } from "#lib/contracts/problems.ts";

export const metadata: Metadata = { title: "Problem" };

export default async function ProblemPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return isProblemSlug(slug) ? <ProblemDoc slug={slug} problem={problemTypes[slug]} /> : notFound();
}
