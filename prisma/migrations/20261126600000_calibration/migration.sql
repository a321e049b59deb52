-- CreateTable
CREATE TABLE "gold_items" (
    "workspace_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "layer_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gold_items_pkey" PRIMARY KEY ("workspace_id","article_id")
);

-- CreateTable
CREATE TABLE "gold_scores" (
    "workspace_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "score" JSONB NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gold_scores_pkey" PRIMARY KEY ("workspace_id","article_id","user_id")
);

-- CreateIndex
CREATE INDEX "gold_items_workspace_id_project_id_created_at_idx" ON "gold_items"("workspace_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "gold_scores_workspace_id_project_id_user_id_scored_at_idx" ON "gold_scores"("workspace_id", "project_id", "user_id", "scored_at");

-- AddForeignKey
ALTER TABLE "gold_items" ADD CONSTRAINT "gold_items_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gold_items" ADD CONSTRAINT "gold_items_workspace_id_layer_id_fkey" FOREIGN KEY ("workspace_id", "layer_id") REFERENCES "layers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gold_scores" ADD CONSTRAINT "gold_scores_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "articles"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

ALTER TABLE "gold_items" ADD CONSTRAINT "gold_items_purpose" CHECK ("purpose" IN ('training', 'check'));
ALTER TABLE "gold_scores" ADD CONSTRAINT "gold_scores_purpose" CHECK ("purpose" IN ('training', 'check'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "gold_items" TO "sourceline_app";
ALTER TABLE "gold_items" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "gold_items" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "gold_items" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);

-- A score is written once: not even the program may change one.
GRANT SELECT, INSERT, DELETE ON "gold_scores" TO "sourceline_app";
ALTER TABLE "gold_scores" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "gold_scores" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "gold_scores" USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
