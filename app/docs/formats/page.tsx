import type { Metadata } from "next";
import { FormatsDoc } from "#components/docs/formats-doc.tsx";

export const metadata: Metadata = { title: "Formats" };

export default function FormatsPage() {
  return <FormatsDoc />;
}
