-- The two statements of every event as functions: one round trip each, planned once a session.

-- Claims an event, makes its account when there is none, locks its conversation and then the person, and reads everything the
-- event needs to know. NULL: the event was handled before. Each statement here sees what was committed before it began, so
-- what is read after the locks is what their last holder has left.
CREATE FUNCTION take_event(
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
      'person', CASE WHEN p.id IS NOT NULL THEN
        jsonb_build_object('id', p.id, 'fullName', p.full_name, 'givenName', p.given_name, 'locale', p.locale) END,
      'roles', (
        SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code, 'position', r.position) ORDER BY r.valid_from, r.id)
        FROM role_assignment r
        WHERE r.person_id = p.id AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)),
      'draft', CASE WHEN d.id IS NOT NULL THEN
        jsonb_build_object('id', d.id, 'form', d.form, 'formVersion', d.form_version, 'params', d.params,
          'position', d.position, 'pending', d.pending, 'revision', d.revision) END,
      'answers', (SELECT jsonb_object_agg(n.field, n.value) FROM answer n WHERE n.draft_id = d.id),
      'campaignHash', (SELECT plan_hash FROM campaign WHERE is_active LIMIT 1))
    FROM account a JOIN conversation c ON c.account_id = a.id
      LEFT JOIN person p ON p.id = a.person_id AND p.erased_at IS NULL
      LEFT JOIN draft d ON d.id = c.draft_id AND d.state = 'OPEN'
    WHERE a.id = account_id_
  );
END $$;

-- Writes the answers, the new state and the replies of one event. `kept_draft` NULL: no draft was touched.
CREATE FUNCTION keep_event(talk jsonb, kept_draft jsonb, replies jsonb, now_at timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  IF kept_draft IS NOT NULL THEN
    INSERT INTO answer (draft_id, field, value, typed, at)
    SELECT (kept_draft->>'id')::uuid, x.field, x.value, x.typed, now_at
    FROM jsonb_to_recordset(kept_draft->'answers') AS x(field text, value jsonb, typed text)
    ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at;
    UPDATE draft SET position = kept_draft->>'position', pending = nullif(kept_draft->'pending', 'null'::jsonb),
      params = kept_draft->'params', form_version = (kept_draft->>'formVersion')::int, revision = revision + 1, updated_at = now_at
    WHERE id = (kept_draft->>'id')::uuid;
  END IF;
  UPDATE conversation SET prompt_no = (talk->>'promptNo')::int, prompt = nullif(talk->'prompt', 'null'::jsonb),
    draft_id = (talk->>'draftId')::uuid, last_inbound_at = now_at
  WHERE account_id = (talk->>'accountId')::uuid;
  INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
  SELECT x.key, (talk->>'accountId')::uuid, talk->>'channel', 'REPLY', x.body, now_at, now_at
  FROM jsonb_to_recordset(replies) AS x(key text, body jsonb)
  ON CONFLICT (dedupe_key) DO NOTHING;
  RETURN true;
END $$;
