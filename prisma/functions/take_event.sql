-- Claims an event, makes its account when there is none, locks its conversation and then the person, and reads everything the
-- event needs to know. NULL: the event was handled before. Each statement here sees what was committed before it began, so
-- what is read after the locks is what their last holder has left.
CREATE OR REPLACE FUNCTION take_event(
  of_channel text, of_event text, of_account text, shown_as text, new_id uuid, now_at timestamptz, today text, ended_since timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  found_account uuid;
  sender account;
  chat conversation;
  known person;
  held_roles jsonb;
  begun draft;
  answered jsonb;
BEGIN
  INSERT INTO inbound_event (channel, event_id, received_at) VALUES (of_channel, of_event, now_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT id INTO found_account FROM account WHERE channel = of_channel AND external_id = of_account;
  IF NOT FOUND THEN
    INSERT INTO account (id, channel, external_id, display_name, created_at)
    VALUES (new_id, of_channel, of_account, shown_as, now_at) ON CONFLICT (channel, external_id) DO NOTHING;
    SELECT id INTO found_account FROM account WHERE channel = of_channel AND external_id = of_account;
    INSERT INTO conversation (account_id) VALUES (found_account) ON CONFLICT DO NOTHING;
  END IF;
  SELECT * INTO chat FROM conversation WHERE account_id = found_account FOR UPDATE;
  SELECT * INTO sender FROM account WHERE id = found_account;
  IF sender.person_id IS NOT NULL THEN
    -- Drafts belong to the person and may be open in two chats.
    PERFORM pg_advisory_xact_lock(hashtextextended(sender.person_id::text, 0));
    SELECT * INTO known FROM person WHERE id = sender.person_id AND erased_at IS NULL;
    SELECT jsonb_agg(jsonb_build_object('role', role, 'unitCode', unit_code, 'position', position) ORDER BY valid_from, id)
    INTO held_roles FROM role_assignment
    WHERE person_id = known.id AND valid_from <= today AND (valid_to IS NULL OR valid_to >= today);
  END IF;
  IF chat.draft_id IS NOT NULL THEN
    SELECT * INTO begun FROM draft WHERE id = chat.draft_id AND state = 'OPEN';
    SELECT jsonb_object_agg(field, value) INTO answered FROM answer WHERE draft_id = begun.id;
  END IF;
  RETURN jsonb_build_object(
    'accountId', sender.id, 'channel', sender.channel, 'isActive', sender.state = 'ACTIVE',
    'promptNo', chat.prompt_no, 'prompt', chat.prompt,
    'person', CASE WHEN known.id IS NOT NULL THEN
      jsonb_build_object('id', known.id, 'fullName', known.full_name, 'givenName', known.given_name, 'locale', known.locale,
        'roles', coalesce(held_roles, '[]')) END,
    'draft', CASE WHEN begun.id IS NOT NULL THEN
      jsonb_build_object('id', begun.id, 'form', begun.form, 'formVersion', begun.form_version, 'params', begun.params,
        'position', begun.position, 'pending', begun.pending, 'revision', begun.revision, 'campaignId', begun.campaign_id,
        'answers', coalesce(answered, '{}')) END,
    'campaignId', chat.campaign_id, 'campaignsMark', campaigns_mark(), 'heldBy', held_by(sender.id, ended_since));
END $$;
