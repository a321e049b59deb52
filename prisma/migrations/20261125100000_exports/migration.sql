-- AlterTable: a revision's content as exports have it, its words included (decision 23). Null: made when it is asked for.
ALTER TABLE "claim_revisions" ADD COLUMN "record" JSON;

-- AlterTable
ALTER TABLE "workspace_clocks" ADD COLUMN "history_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "claim_standings" (
    "workspace_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "claim_state" NOT NULL,
    "revision" INTEGER NOT NULL,
    "approved_revision" INTEGER,
    "is_removed" BOOLEAN NOT NULL,

    CONSTRAINT "claim_standings_pkey" PRIMARY KEY ("workspace_id","claim_id","number")
);

-- CreateTable
CREATE TABLE "article_standings" (
    "workspace_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "project_id" UUID NOT NULL,
    "is_trashed" BOOLEAN NOT NULL,

    CONSTRAINT "article_standings_pkey" PRIMARY KEY ("workspace_id","article_id","number")
);

-- CreateTable
CREATE TABLE "kept_exports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "claims_done" INTEGER NOT NULL DEFAULT 0,
    "claims_total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "file_name" TEXT,
    "bytes" BIGINT,
    "sha256" TEXT,
    "manifest" JSONB,
    "signature" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "kept_exports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable: the public keys that manifests were signed with. Not tenant data; nothing secret.
CREATE TABLE "signing_keys" (
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "claim_standings_workspace_id_number_idx" ON "claim_standings"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "article_standings_workspace_id_number_idx" ON "article_standings"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "kept_exports_workspace_id_project_id_created_at_idx" ON "kept_exports"("workspace_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "kept_exports_workspace_id_sha256_idx" ON "kept_exports"("workspace_id", "sha256");


-- ── What Prisma's schema language cannot say ──────────────────────────────────────────────────────────

ALTER TABLE "kept_exports" ADD CONSTRAINT "kept_exports_state" CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'expired'));

-- Where spans stand, with the words that stand there.
CREATE FUNCTION "quoted_spans"("words" text, "spans" jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('start', s->'start', 'end', s->'end', 'exact',
    substr("words", (s->>'start')::int + 1, (s->>'end')::int - (s->>'start')::int)) ORDER BY n), '[]')
  FROM jsonb_array_elements("spans") WITH ORDINALITY AS e(s, n)
$$;

-- A revision's content as `lib/core/export/content-record.ts` writes it; a test holds both equal.
CREATE FUNCTION "revision_record"("the_workspace" uuid, "the_claim" uuid, "content" jsonb, "whole" jsonb) RETURNS json
LANGUAGE plpgsql STABLE AS $$
DECLARE
  words text;
BEGIN
  -- Joined to nothing, so that it is unpacked once and not for every span.
  SELECT v."text" || '' INTO words FROM "claims" c
  JOIN "article_versions" v ON v."workspace_id" = c."workspace_id" AND v."id" = c."version_id"
  WHERE c."workspace_id" = "the_workspace" AND c."id" = "the_claim";
  IF words IS NULL THEN RETURN NULL; END IF;
  RETURN json_build_object(
    'statement', "content"->'statement', 'kind', "content"->'kind', 'parentId', "content"->'parentId',
    'provenance', coalesce("whole"->0->'category', "content"->'provenance'),
    'originProvenance', coalesce("whole"->-1->'category', "content"->'provenance'),
    'depth', jsonb_array_length("whole"),
    'spans', "quoted_spans"(words, "content"->'spans'),
    'chain', (SELECT coalesce(jsonb_agg(hop || jsonb_build_object('mention', "quoted_spans"(words, hop->'mention'),
        'cue', "quoted_spans"(words, hop->'cue'), 'addressee', "quoted_spans"(words, hop->'addressee')) ORDER BY n), '[]')
      FROM jsonb_array_elements("whole") WITH ORDINALITY AS e(hop, n)),
    'inheritedLinks', jsonb_array_length("whole") - jsonb_array_length("content"->'chain'),
    'hedges', (SELECT coalesce(jsonb_agg(jsonb_build_object('type', h->'type', 'span',
        "quoted_spans"(words, jsonb_build_array(h->'span'))->0) ORDER BY n), '[]')
      FROM jsonb_array_elements("content"->'hedges') WITH ORDINALITY AS e(h, n)),
    'flags', "content"->'flags');
END $$;

-- Whoever adds a revision need not know of it; who adds many brings the records along.
CREATE FUNCTION "keep_revision_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."record" IS NULL THEN
    NEW."record" := "revision_record"(NEW."workspace_id", NEW."claim_id", NEW."content", NEW."whole_chain");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_revisions_record" BEFORE INSERT ON "claim_revisions"
  FOR EACH ROW EXECUTE FUNCTION "keep_revision_record"();

GRANT SELECT, INSERT, UPDATE, DELETE ON "claim_standings", "article_standings", "kept_exports" TO "sourceline_app";
GRANT SELECT, INSERT ON "signing_keys" TO "sourceline_app";
REVOKE UPDATE, DELETE ON "claim_standings", "article_standings" FROM "sourceline_app";
CREATE TRIGGER "claim_standings_append_only" BEFORE UPDATE ON "claim_standings" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "article_standings_append_only" BEFORE UPDATE ON "article_standings" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- How everything stands today is where its history begins. Row-level security binds the owner, too.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT "id" FROM "workspaces" LOOP
    PERFORM set_config('app.workspace', one."id"::text, true);
    INSERT INTO "claim_standings" ("workspace_id", "claim_id", "number", "at", "state", "revision", "approved_revision", "is_removed")
    SELECT c."workspace_id", c."id", 0, c."updated_at", c."state", c."revision", c."approved_revision", c."removed_at" IS NOT NULL
    FROM "claims" c WHERE c."workspace_id" = one."id";
    INSERT INTO "article_standings" ("workspace_id", "article_id", "number", "at", "project_id", "is_trashed")
    SELECT a."workspace_id", a."id", 0, a."created_at", a."project_id", a."trashed_at" IS NOT NULL
    FROM "articles" a WHERE a."workspace_id" = one."id";
  END LOOP;
  PERFORM set_config('app.workspace', '', true);
END $$;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['claim_standings', 'article_standings', 'kept_exports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY "own_workspace" ON %I USING ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      || ' WITH CHECK ("workspace_id" = nullif(current_setting(''app.workspace'', true), '''')::uuid)', tenant_table);
  END LOOP;
END $$;
