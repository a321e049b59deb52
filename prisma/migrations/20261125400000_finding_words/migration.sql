-- Both are trusted: whoever may create in the database may have them.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "btree_gin";

-- CreateTable: words people look for, beside the rows that say them (decision 27). Kept by triggers.
CREATE TABLE "search_texts" (
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "search_texts_pkey" PRIMARY KEY ("workspace_id","kind","id")
);

-- AlterTable: names as lists sort them. A position in a list becomes an index condition only on a column.
ALTER TABLE "articles" ADD COLUMN "sort_title" TEXT NOT NULL GENERATED ALWAYS AS (lower("title")) STORED;
ALTER TABLE "articles" ADD COLUMN "sort_published" TIMESTAMPTZ(3) NOT NULL
  GENERATED ALWAYS AS (coalesce("published_at", '0001-01-01 00:00:00+00'::timestamptz)) STORED;
ALTER TABLE "sources" ADD COLUMN "sort_name" TEXT NOT NULL GENERATED ALWAYS AS (lower("name")) STORED;

-- CreateIndex
CREATE INDEX "articles_workspace_id_project_id_sort_title_id_idx" ON "articles"("workspace_id", "project_id", "sort_title", "id");

-- CreateIndex
CREATE INDEX "articles_workspace_id_project_id_sort_published_id_idx" ON "articles"("workspace_id", "project_id", "sort_published", "id");

-- CreateIndex
CREATE INDEX "sources_workspace_id_sort_name_id_idx" ON "sources"("workspace_id", "sort_name", "id");

-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

-- The trigrams lead: in this kind of index columns have no order but that in which rows are sought, the rarest best first.
CREATE INDEX "search_texts_of_claims" ON "search_texts" USING gin ("words" gin_trgm_ops, "workspace_id")
  WITH (gin_pending_list_limit = 256) WHERE "kind" = 'claim';
CREATE INDEX "search_texts_of_sources" ON "search_texts" USING gin ("words" gin_trgm_ops, "workspace_id")
  WITH (gin_pending_list_limit = 256) WHERE "kind" = 'source';

-- Under row-level security a state is no index condition (comparing enums is not known to keep quiet), but an index may
-- hold the claims of one state alone.
DROP INDEX "claims_workspace_id_state_updated_at_id_idx";
CREATE INDEX "claims_draft" ON "claims"("workspace_id", "updated_at", "id") WHERE "state" = 'draft';
CREATE INDEX "claims_submitted" ON "claims"("workspace_id", "updated_at", "id") WHERE "state" = 'submitted';
CREATE INDEX "claims_changes_requested" ON "claims"("workspace_id", "updated_at", "id") WHERE "state" = 'changes_requested';
CREATE INDEX "claims_approved" ON "claims"("workspace_id", "updated_at", "id") WHERE "state" = 'approved';
CREATE INDEX "claims_rejected" ON "claims"("workspace_id", "updated_at", "id") WHERE "state" = 'rejected';

-- What is looked for is part of the policy. Asked by a query, PostgreSQL would compare it only with rows the policy has
-- let through, and so use no index: a comparison can tell of what it is shown. As the policy's own it may be looked up.
ALTER TABLE "search_texts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_texts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "search_texts"
  USING ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid
    AND "words" ILIKE coalesce(nullif(current_setting('app.needle', true), ''), '%'))
  WITH CHECK ("workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_texts" TO "sourceline_app";

-- Ids of the rows of a kind whose words are like the pattern; null where they are more than `most`. The words of a desk
-- stay in memory; with the cost of a disk a long pattern would be looked for row by row.
CREATE FUNCTION "search_ids"("the_workspace" uuid, "the_kind" text, "pattern" text, "most" int) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET "random_page_cost" = 1.1 AS $$
DECLARE
  often boolean;
  found uuid[];
BEGIN
  -- Of what a tenth of the rows say, collecting all would take longer than walking a list of them.
  SELECT count(*) FILTER (WHERE s."words" ILIKE "pattern") > 5 INTO often FROM (
    SELECT t."words" FROM "search_texts" t WHERE t."workspace_id" = "the_workspace" AND t."kind" = "the_kind" LIMIT 50) s;
  IF often THEN RETURN NULL; END IF;
  PERFORM set_config('app.needle', "pattern", true);
  -- Planned for each pattern: with the plan of another, a rare one could be looked for row by row.
  EXECUTE format('SELECT array(SELECT t."id" FROM "search_texts" t WHERE t."workspace_id" = $1 AND t."kind" = %L LIMIT $2)',
    "the_kind") INTO found USING "the_workspace", "most" + 1;
  PERFORM set_config('app.needle', '', true);
  RETURN CASE WHEN cardinality(found) <= "most" THEN found END;
END $$;

CREATE FUNCTION "keep_claim_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_texts" ("workspace_id", "kind", "id", "words")
    SELECT c."workspace_id", 'claim', c."id", c."statement" FROM "made" c WHERE c."statement" <> '';
  RETURN NULL;
END $$;
CREATE FUNCTION "keep_source_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_texts" ("workspace_id", "kind", "id", "words")
    SELECT s."workspace_id", 'source', s."id", s."name" FROM "made" s;
  RETURN NULL;
END $$;
CREATE FUNCTION "change_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_said text := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW)->>TG_ARGV[1] ELSE '' END;
BEGIN
  IF now_said = '' THEN
    DELETE FROM "search_texts" WHERE "workspace_id" = OLD."workspace_id" AND "kind" = TG_ARGV[0] AND "id" = OLD."id";
    RETURN NULL;
  END IF;
  UPDATE "search_texts" SET "words" = now_said
    WHERE "workspace_id" = NEW."workspace_id" AND "kind" = TG_ARGV[0] AND "id" = NEW."id";
  IF NOT FOUND THEN
    INSERT INTO "search_texts" ("workspace_id", "kind", "id", "words")
    VALUES (NEW."workspace_id", TG_ARGV[0], NEW."id", now_said)
    ON CONFLICT ("workspace_id", "kind", "id") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "claims_words_made" AFTER INSERT ON "claims" REFERENCING NEW TABLE AS "made"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_claim_words"();
CREATE TRIGGER "claims_words_changed" AFTER UPDATE OF "statement" ON "claims" FOR EACH ROW
  WHEN (OLD."statement" IS DISTINCT FROM NEW."statement") EXECUTE FUNCTION "change_search_text"('claim', 'statement');
CREATE TRIGGER "claims_words_gone" AFTER DELETE ON "claims" FOR EACH ROW EXECUTE FUNCTION "change_search_text"('claim');
CREATE TRIGGER "sources_words_made" AFTER INSERT ON "sources" REFERENCING NEW TABLE AS "made"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_source_words"();
CREATE TRIGGER "sources_words_changed" AFTER UPDATE OF "name" ON "sources" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "change_search_text"('source', 'name');
CREATE TRIGGER "sources_words_gone" AFTER DELETE ON "sources" FOR EACH ROW EXECUTE FUNCTION "change_search_text"('source');
