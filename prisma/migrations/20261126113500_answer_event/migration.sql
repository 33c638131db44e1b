-- An answer that only moves its form on, in one statement: claims the event and writes what `keep_event` writes, if the chat
-- still stands where the caller believes (`seen`). Each row is changed only from the state that was seen, so that nobody's
-- step is lost, whoever comes first. The order of the locks is that of `take_event`: event, conversation, person.
-- 'duplicate': the event was handled before. Where the chat stands elsewhere, the statement fails with TD001 and nothing is
-- written.
CREATE FUNCTION answer_event(
  of_channel text, of_event text, seen jsonb, talk jsonb, kept_draft jsonb, replies jsonb, now_at timestamptz
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  account_id_ uuid := (talk->>'accountId')::uuid;
  draft_id_ uuid := (kept_draft->>'id')::uuid;
BEGIN
  INSERT INTO inbound_event (channel, event_id, received_at) VALUES (of_channel, of_event, now_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN 'duplicate';
  END IF;
  UPDATE conversation SET prompt_no = (talk->>'promptNo')::int, prompt = nullif(talk->'prompt', 'null'::jsonb),
    last_inbound_at = now_at
  WHERE account_id = account_id_ AND prompt_no = (seen->>'promptNo')::int AND draft_id = draft_id_;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the chat stands elsewhere' USING ERRCODE = 'TD001';
  END IF;
  -- Whoever works on the person's drafts in another chat holds this.
  IF seen->>'personId' IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(seen->>'personId', 0));
  END IF;
  UPDATE draft SET position = kept_draft->>'position', pending = nullif(kept_draft->'pending', 'null'::jsonb),
    params = kept_draft->'params', form_version = (kept_draft->>'formVersion')::int, revision = revision + 1, updated_at = now_at
  WHERE id = draft_id_ AND state = 'OPEN' AND revision = (seen->>'revision')::int;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the chat stands elsewhere' USING ERRCODE = 'TD001';
  END IF;
  PERFORM 1 FROM account a LEFT JOIN person p ON p.id = a.person_id AND p.erased_at IS NULL
  WHERE a.id = account_id_ AND a.state = 'ACTIVE' AND a.person_id IS NOT DISTINCT FROM (seen->>'personId')::uuid
    AND p.locale IS NOT DISTINCT FROM seen->>'locale'
    AND (SELECT plan_hash FROM campaign WHERE is_active LIMIT 1) = seen->>'campaignHash';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the chat stands elsewhere' USING ERRCODE = 'TD001';
  END IF;
  INSERT INTO answer (draft_id, field, value, typed, at)
  SELECT draft_id_, x->>'field', nullif(x->'value', 'null'::jsonb), x->>'typed', now_at FROM jsonb_array_elements(kept_draft->'answers') AS x
  ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at;
  INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
  SELECT x->>'key', account_id_, talk->>'channel', 'REPLY', x->'body', now_at, now_at FROM jsonb_array_elements(replies) AS x
  ON CONFLICT (dedupe_key) DO NOTHING;
  RETURN 'kept';
END $$;
