-- Everything a turn leaves behind in one round trip: what `keep_event` did, and the end and the beginning of drafts, which took
-- a statement each.
DROP FUNCTION keep_event(jsonb, jsonb, jsonb, timestamptz);

-- Writes answers, new states of drafts (`changes`, in their order), a draft that begins, the state of the chat and the replies.
-- A draft begins in the place of an open one of the same form, key and owner in which nothing was answered yet. When something
-- was, neither the new draft nor anything after it is written, and the id of that open draft is returned; otherwise NULL.
CREATE FUNCTION keep_turn(turn jsonb, now_at timestamptz) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  kept jsonb;
  person_id_ uuid;
  older record;
BEGIN
  INSERT INTO answer (draft_id, field, value, typed, at)
  SELECT (x->>'draftId')::uuid, x->>'field', nullif(x->'value', 'null'::jsonb), x->>'typed', now_at
  FROM jsonb_array_elements(turn->'answers') AS x
  ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at;
  FOR nth IN 0 .. jsonb_array_length(turn->'changes') - 1 LOOP
    kept := turn->'changes'->nth;
    UPDATE draft SET position = kept->>'position', pending = nullif(kept->'pending', 'null'::jsonb), params = kept->'params',
      form_version = (kept->>'formVersion')::int, revision = revision + 1, updated_at = now_at,
      state = coalesce((kept->>'ends')::"DraftState", state)
    WHERE id = (kept->>'id')::uuid AND (kept->>'ends' IS NULL OR state = 'OPEN');
    -- A form is submitted once.
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the draft has ended in another chat';
    END IF;
  END LOOP;
  IF turn->>'begun' IS NOT NULL THEN
    person_id_ := (turn->'begun'->>'personId')::uuid;
    FOR older IN
      SELECT d.id, EXISTS (SELECT FROM answer a WHERE a.draft_id = d.id) AS has_answers FROM draft d
      WHERE d.form = turn->'begun'->>'form' AND d.key = turn->'begun'->>'key' AND d.state = 'OPEN'
        AND (d.person_id = person_id_
          OR person_id_ IS NULL AND d.person_id IS NULL AND d.account_id = (turn->'begun'->>'accountId')::uuid)
      ORDER BY has_answers DESC, d.id
    LOOP
      IF older.has_answers THEN
        RETURN older.id;
      END IF;
      UPDATE draft SET state = 'CANCELLED' WHERE id = older.id;
    END LOOP;
    INSERT INTO draft (id, person_id, account_id, form, form_version, key, params, position, created_at, updated_at)
    SELECT (b->>'id')::uuid, person_id_, (b->>'accountId')::uuid, b->>'form', (b->>'formVersion')::int, b->>'key', b->'params',
      b->>'position', now_at, now_at
    FROM (SELECT turn->'begun' AS b) AS begun;
  END IF;
  UPDATE conversation SET prompt_no = (turn->'talk'->>'promptNo')::int, prompt = nullif(turn->'talk'->'prompt', 'null'::jsonb),
    draft_id = (turn->'talk'->>'draftId')::uuid, last_inbound_at = now_at
  WHERE account_id = (turn->'talk'->>'accountId')::uuid;
  INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
  SELECT x->>'key', (turn->'talk'->>'accountId')::uuid, turn->'talk'->>'channel', 'REPLY', x->'body', now_at, now_at
  FROM jsonb_array_elements(turn->'replies') AS x
  ON CONFLICT (dedupe_key) DO NOTHING;
  RETURN NULL;
END $$;

DROP FUNCTION answer_event(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz);

-- What a turn may know of a person: NULL when there is none or it was erased.
CREATE FUNCTION person_seen(of_person uuid, today text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('id', p.id, 'fullName', p.full_name, 'givenName', p.given_name, 'locale', p.locale, 'roles', coalesce((
      SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code, 'position', r.position) ORDER BY r.valid_from, r.id)
      FROM role_assignment r
      WHERE r.person_id = p.id AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)), '[]'))
    FROM person p WHERE p.id = of_person AND p.erased_at IS NULL
  );
END $$;

-- As before, with the person from `person_seen`.
CREATE OR REPLACE FUNCTION take_event(
  of_channel text, of_event text, of_account text, shown_as text, new_id uuid, now_at timestamptz, today text
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  account_id_ uuid;
  person_id_ uuid;
BEGIN
  INSERT INTO inbound_event (channel, event_id, received_at) VALUES (of_channel, of_event, now_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT id INTO account_id_ FROM account WHERE channel = of_channel AND external_id = of_account;
  IF NOT FOUND THEN
    INSERT INTO account (id, channel, external_id, display_name, created_at)
    VALUES (new_id, of_channel, of_account, shown_as, now_at) ON CONFLICT (channel, external_id) DO NOTHING;
    SELECT id INTO account_id_ FROM account WHERE channel = of_channel AND external_id = of_account;
    INSERT INTO conversation (account_id) VALUES (account_id_) ON CONFLICT DO NOTHING;
  END IF;
  PERFORM 1 FROM conversation WHERE account_id = account_id_ FOR UPDATE;
  SELECT person_id INTO person_id_ FROM account WHERE id = account_id_;
  -- Drafts belong to the person and may be open in two chats.
  IF person_id_ IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(person_id_::text, 0));
  END IF;
  RETURN (
    SELECT jsonb_build_object(
      'accountId', a.id, 'channel', a.channel, 'isActive', a.state = 'ACTIVE', 'promptNo', c.prompt_no, 'prompt', c.prompt,
      'person', person_seen(a.person_id, today),
      'draft', CASE WHEN d.id IS NOT NULL THEN
        jsonb_build_object('id', d.id, 'form', d.form, 'formVersion', d.form_version, 'params', d.params,
          'position', d.position, 'pending', d.pending, 'revision', d.revision) END,
      'answers', (SELECT jsonb_object_agg(n.field, n.value) FROM answer n WHERE n.draft_id = d.id),
      'campaignHash', (SELECT plan_hash FROM campaign WHERE is_active LIMIT 1))
    FROM account a JOIN conversation c ON c.account_id = a.id
      LEFT JOIN draft d ON d.id = c.draft_id AND d.state = 'OPEN'
    WHERE a.id = account_id_
  );
END $$;

-- A turn that was decided without the database, in one statement: claims the event and writes what `keep_turn` writes, if the chat
-- still stands where the caller believes (`seen`). The order of the locks is that of `take_event`: event, conversation,
-- person; what is compared is read after they are held, so that nobody's step is lost, whoever comes first.
-- 'duplicate': the event was handled before. Where the chat stands elsewhere, the statement fails with TD001 and nothing is
-- written.
CREATE FUNCTION turn_at_once(event jsonb, today text, now_at timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  seen jsonb := event->'seen';
BEGIN
  INSERT INTO inbound_event (channel, event_id, received_at) VALUES (event->>'channel', event->>'eventId', now_at)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN 'duplicate';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(seen->>'personId', 0)) FROM conversation
  WHERE account_id = (event->'turn'->'talk'->>'accountId')::uuid AND prompt_no = (seen->>'promptNo')::int
  FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the chat stands elsewhere' USING ERRCODE = 'TD001';
  END IF;
  PERFORM 1 FROM account a LEFT JOIN person p ON p.id = a.person_id AND p.erased_at IS NULL
  WHERE a.id = (event->'turn'->'talk'->>'accountId')::uuid AND a.state = 'ACTIVE'
    AND p.id IS NOT DISTINCT FROM (seen->>'personId')::uuid AND p.locale IS NOT DISTINCT FROM seen->>'locale'
    AND (SELECT plan_hash FROM campaign WHERE is_active LIMIT 1) = seen->>'campaignHash'
    AND (seen->>'draftId' IS NULL OR EXISTS (
      SELECT FROM draft d
      WHERE d.id = (seen->>'draftId')::uuid AND d.state = 'OPEN' AND d.revision = (seen->>'revision')::int))
    -- Names and roles count only where the turn was decided on them.
    AND (seen->>'person' IS NULL OR seen->'person' = person_seen(p.id, today));
  IF NOT FOUND OR keep_turn(event->'turn', now_at) IS NOT NULL THEN
    RAISE EXCEPTION 'the chat stands elsewhere' USING ERRCODE = 'TD001';
  END IF;
  RETURN 'kept';
END $$;
