-- CreateTable
CREATE TABLE "annotation_imports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'previewed',
    "format" TEXT NOT NULL,
    "file_names" TEXT[],
    "mapping" JSONB NOT NULL,
    "preview" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "problem_count" INTEGER NOT NULL DEFAULT 0,
    "options" JSONB NOT NULL DEFAULT '{}',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "failure" TEXT,
    "claim_ids" UUID[] NOT NULL DEFAULT '{}',
    "article_ids" UUID[] NOT NULL DEFAULT '{}',
    "source_ids" UUID[] NOT NULL DEFAULT '{}',
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "annotation_imports_workspace_id_project_id_created_at_id_idx" ON "annotation_imports"("workspace_id", "project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "annotation_imports_workspace_id_state_expires_at_idx" ON "annotation_imports"("workspace_id", "state", "expires_at");

-- AddForeignKey
ALTER TABLE "annotation_imports" ADD CONSTRAINT "annotation_imports_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "projects"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

ALTER TABLE "annotation_imports" ADD CONSTRAINT "annotation_imports_state"
  CHECK ("state" IN ('previewed', 'queued', 'running', 'done', 'failed', 'discarded', 'undone'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "annotation_imports" TO "sourceline_app";
ALTER TABLE "annotation_imports" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "annotation_imports" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "annotation_imports" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
