import { Notice } from "#components/ui/notice.tsx";
import type { ApiFailure } from "#lib/client/api.ts";
import { generalProblem } from "./problems.ts";

/** What went wrong and belongs to none of the fields. */
export function FormProblem({ failure, fields }: { failure: ApiFailure | null; fields: readonly string[] }) {
  const general = generalProblem(failure, fields);
  if (!general) return null;
  return (
    <Notice tone="danger" live title={general.title}>
      {general.detail}
    </Notice>
  );
}
