-- A migration of its own: it takes long where there is much, and writers shall not wait for it.
-- What is there already. Row-level security binds the owner, too.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT "id" FROM "workspaces" LOOP
    PERFORM set_config('app.workspace', one."id"::text, true);
    INSERT INTO "search_texts" ("workspace_id", "kind", "id", "words")
    SELECT c."workspace_id", 'claim', c."id", c."statement" FROM "claims" c
      WHERE c."workspace_id" = one."id" AND c."statement" <> ''
    UNION ALL SELECT s."workspace_id", 'source', s."id", s."name" FROM "sources" s WHERE s."workspace_id" = one."id"
    ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('app.workspace', '', true);
END $$;
