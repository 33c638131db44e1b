-- Everything a turn leaves behind in one round trip: what `keep_event` did, and the end and the beginning of drafts, which took
-- a statement each.
DROP FUNCTION keep_event(jsonb, jsonb, jsonb, timestamptz);

-- Writes answers and new states of drafts (`changes`, in their order), a draft that begins, the state of the chat and the replies.
-- A draft begins in the place of an open one of the same form, key and owner in which nothing was answered yet. When something
-- was, neither the new draft nor anything after it is written, and the id of that open draft is returned; otherwise NULL.
CREATE FUNCTION keep_turn(turn jsonb, now_at timestamptz) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  talk jsonb := turn->'talk';
  begun jsonb := nullif(turn->'begun', 'null'::jsonb);
  kept jsonb;
  person_id_ uuid := (begun->>'personId')::uuid;
  older record;
BEGIN
  FOR kept IN SELECT jsonb_array_elements(turn->'changes') LOOP
    INSERT INTO answer (draft_id, field, value, typed, at)
    SELECT (kept->>'id')::uuid, x->>'field', nullif(x->'value', 'null'::jsonb), x->>'typed', now_at
    FROM jsonb_array_elements(kept->'answers') AS x
    ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at;
    UPDATE draft SET position = kept->>'position', pending = nullif(kept->'pending', 'null'::jsonb), params = kept->'params',
      form_version = (kept->>'formVersion')::int, revision = revision + 1, updated_at = now_at,
      state = coalesce((kept->>'ends')::"DraftState", state)
    WHERE id = (kept->>'id')::uuid AND (kept->>'ends' IS NULL OR state = 'OPEN');
    -- A form is submitted once.
    IF NOT FOUND AND kept->>'ends' IS NOT NULL THEN
      RAISE EXCEPTION 'the draft has ended in another chat';
    END IF;
  END LOOP;
  IF begun IS NOT NULL THEN
    FOR older IN
      SELECT d.id, EXISTS (SELECT FROM answer a WHERE a.draft_id = d.id) AS has_answers FROM draft d
      WHERE d.form = begun->>'form' AND d.key = begun->>'key' AND d.state = 'OPEN'
        AND (d.person_id = person_id_
          OR person_id_ IS NULL AND d.person_id IS NULL AND d.account_id = (begun->>'accountId')::uuid)
      ORDER BY has_answers DESC, d.id
    LOOP
      IF older.has_answers THEN
        RETURN older.id;
      END IF;
      UPDATE draft SET state = 'CANCELLED' WHERE id = older.id;
    END LOOP;
    INSERT INTO draft (id, person_id, account_id, form, form_version, key, params, position, created_at, updated_at)
    VALUES ((begun->>'id')::uuid, person_id_, (begun->>'accountId')::uuid, begun->>'form', (begun->>'formVersion')::int,
      begun->>'key', begun->'params', begun->>'position', now_at, now_at);
  END IF;
  UPDATE conversation SET prompt_no = (talk->>'promptNo')::int, prompt = nullif(talk->'prompt', 'null'::jsonb),
    draft_id = (talk->>'draftId')::uuid, last_inbound_at = now_at
  WHERE account_id = (talk->>'accountId')::uuid;
  INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
  SELECT x->>'key', (talk->>'accountId')::uuid, talk->>'channel', 'REPLY', x->'body', now_at, now_at
  FROM jsonb_array_elements(turn->'replies') AS x
  ON CONFLICT (dedupe_key) DO NOTHING;
  RETURN NULL;
END $$;

DROP FUNCTION answer_event(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz);

-- As before, with everything about the event in one argument.
-- An answer that only moves its form on, in one statement: claims the event and writes what `keep_turn` writes, if the chat
-- still stands where the caller believes (`seen`). Each row is changed only from the state that was seen, so that nobody's
-- step is lost, whoever comes first. The order of the locks is that of `take_event`: event, conversation, person.
-- 'duplicate': the event was handled before. Where the chat stands elsewhere, the statement fails with TD001 and nothing is
-- written.
CREATE FUNCTION answer_event(event jsonb, now_at timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  seen jsonb := event->'seen';
  talk jsonb := event->'talk';
  kept_draft jsonb := event->'draft';
  account_id_ uuid := (talk->>'accountId')::uuid;
  draft_id_ uuid := (kept_draft->>'id')::uuid;
BEGIN
  INSERT INTO inbound_event (channel, event_id, received_at) VALUES (event->>'channel', event->>'eventId', now_at) ON CONFLICT DO NOTHING;
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
  SELECT x->>'key', account_id_, talk->>'channel', 'REPLY', x->'body', now_at, now_at FROM jsonb_array_elements(event->'replies') AS x
  ON CONFLICT (dedupe_key) DO NOTHING;
  RETURN 'kept';
END $$;
