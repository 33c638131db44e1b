-- Claims an event, makes its account when there is none, locks its conversation and then the person, and reads everything the
-- event needs to know. NULL: the event was handled before. Each statement here sees what was committed before it began, so
-- what is read after the locks is what their last holder has left.
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
