-- CreateTable
CREATE TABLE "agreement_runs" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "options" JSONB NOT NULL,
    "articles_done" INTEGER NOT NULL DEFAULT 0,
    "articles_total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "layer_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "fingerprints" JSONB NOT NULL DEFAULT '{}',
    "codebook_version" INTEGER NOT NULL,
    "report" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_runs_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "agreement_tallies" (
    "workspace_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "tally" JSONB NOT NULL,

    CONSTRAINT "agreement_tallies_pkey" PRIMARY KEY ("workspace_id","article_id","key")
);

-- CreateIndex
CREATE INDEX "agreement_runs_workspace_id_project_id_created_at_idx" ON "agreement_runs"("workspace_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "agreement_runs_workspace_id_state_created_at_idx" ON "agreement_runs"("workspace_id", "state", "created_at");

-- AddForeignKey
ALTER TABLE "agreement_runs" ADD CONSTRAINT "agreement_runs_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "projects"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_tallies" ADD CONSTRAINT "agreement_tallies_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

ALTER TABLE "agreement_runs" ADD CONSTRAINT "agreement_runs_state" CHECK ("state" IN ('queued', 'running', 'done', 'failed'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_runs", "agreement_tallies" TO "sourceline_app";
ALTER TABLE "agreement_runs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agreement_runs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "agreement_runs" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
ALTER TABLE "agreement_tallies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agreement_tallies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "agreement_tallies" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
