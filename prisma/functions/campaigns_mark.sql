-- Changes whenever a campaign is loaded, changed, opened or closed: what was read of them before is read anew. NULL: there is none.
CREATE OR REPLACE FUNCTION campaigns_mark() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws(':', code, plan_hash, state, is_active), ' ' ORDER BY code) FROM campaign
$$;
