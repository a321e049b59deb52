import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProblemDoc } from "#components/docs/problem-doc.tsx";
import { problemTypes } from "#lib/contracts/problems.ts";

export const metadata: Metadata = { title: "Problem" };

export default async function ProblemPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const problem = Object.hasOwn(problemTypes, slug) ? problemTypes[slug] : undefined;
  return problem ? <ProblemDoc slug={slug} problem={problem} /> : notFound();
}
