-- The sample workspace goes by one click, its audit rows and revisions with it, which the application role may never
-- delete. So this one function does, with the owner's rights, and for a sample workspace only.
CREATE FUNCTION "remove_sample_workspace"("the_workspace" uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  tenant_table text;
  left_over text[];
  waiting text[];
BEGIN
  IF NOT EXISTS (SELECT FROM "workspaces" WHERE "id" = "the_workspace" AND "is_sample") THEN
    RAISE EXCEPTION 'only a sample workspace can be removed';
  END IF;
  -- Row-level security binds the owner too: without this setting nothing would be found to delete.
  IF nullif(current_setting('app.workspace', true), '')::uuid IS DISTINCT FROM "the_workspace" THEN
    RAISE EXCEPTION 'the workspace to remove is not the one that was entered';
  END IF;
  SELECT array_agg(c."table_name"::text) INTO left_over FROM information_schema.columns c
  JOIN information_schema.tables t USING ("table_schema", "table_name")
  WHERE c."table_schema" = current_schema() AND c."column_name" = 'workspace_id' AND t."table_type" = 'BASE TABLE'
    AND c."table_name" NOT IN ('memberships', 'invitations');
  -- Tables that others still point to wait for the next round, so that a later table needs no change here.
  WHILE left_over IS NOT NULL LOOP
    waiting := NULL;
    FOREACH tenant_table IN ARRAY left_over LOOP
      BEGIN
        EXECUTE format('DELETE FROM %I WHERE "workspace_id" = $1', tenant_table) USING "the_workspace";
      EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN -- the second since PostgreSQL 18
        waiting := waiting || tenant_table;
      END;
    END LOOP;
    IF cardinality(waiting) = cardinality(left_over) THEN
      RAISE EXCEPTION 'these tables point to each other: %', waiting;
    END IF;
    left_over := waiting;
  END LOOP;
  DELETE FROM "users" u USING "memberships" m
  WHERE m."user_id" = u."id" AND m."workspace_id" = "the_workspace" AND u."sample_only"
    AND NOT EXISTS (SELECT FROM "memberships" o WHERE o."user_id" = u."id" AND o."workspace_id" <> "the_workspace");
  DELETE FROM "workspaces" WHERE "id" = "the_workspace";
END $$;

-- Only this schema is looked into, whatever the caller has set or made for itself.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION "remove_sample_workspace"(uuid) SET search_path = %I, pg_temp', current_schema());
END $$;
REVOKE EXECUTE ON FUNCTION "remove_sample_workspace"(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "remove_sample_workspace"(uuid) TO "sourceline_app";
