-- Changes whenever a campaign is loaded, changed, opened or closed: what was read of them before is read anew. NULL: there is none.
CREATE OR REPLACE FUNCTION campaigns_mark() RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- In this language it is planned once a connection, and not with each event.
  RETURN (SELECT string_agg(concat_ws(':', code, plan_hash, state, is_active), ' ' ORDER BY code) FROM campaign);
END $$;
