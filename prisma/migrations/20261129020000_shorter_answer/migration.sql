-- The two statements of every event, shorter: what holds the chat is read with the event, rows are read and written one by one by their
-- keys, and the gate of a channel without limits keeps no list.

DROP FUNCTION take_event(text, text, text, text, uuid, timestamptz, text);
DROP FUNCTION person_seen(uuid, text);

-- What a chat is held by: the oldest letter nobody has decided on, or one that has ended since `ended_since`. NULL: the chat is free.
CREATE FUNCTION held_by(of_account uuid, ended_since timestamptz) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  letter dead_letter;
BEGIN
  SELECT * INTO letter FROM dead_letter
  WHERE account_id = of_account AND holds_chat AND (state IN ('OPEN', 'RETRYING', 'DROPPING') OR ended_at > ended_since)
  ORDER BY ended_at NULLS FIRST, first_failed_at LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object('id', letter.id, 'code', letter.code, 'state', letter.state, 'event', letter.event,
    'promptNo', letter.prompt_no, 'reason', letter.reason);
END $$;

-- Claims an event, makes its account when there is none, locks its conversation and then the person, and reads everything the
-- event needs to know. NULL: the event was handled before. Each statement here sees what was committed before it began, so
-- what is read after the locks is what their last holder has left.
CREATE FUNCTION take_event(
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
  hash text;
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
  SELECT plan_hash INTO hash FROM campaign WHERE is_active LIMIT 1;
  RETURN jsonb_build_object(
    'accountId', sender.id, 'channel', sender.channel, 'isActive', sender.state = 'ACTIVE',
    'promptNo', chat.prompt_no, 'prompt', chat.prompt,
    'person', CASE WHEN known.id IS NOT NULL THEN
      jsonb_build_object('id', known.id, 'fullName', known.full_name, 'givenName', known.given_name, 'locale', known.locale,
        'roles', coalesce(held_roles, '[]')) END,
    'draft', CASE WHEN begun.id IS NOT NULL THEN
      jsonb_build_object('id', begun.id, 'form', begun.form, 'formVersion', begun.form_version, 'params', begun.params,
        'position', begun.position, 'pending', begun.pending, 'revision', begun.revision, 'answers', coalesce(answered, '{}')) END,
    'campaignHash', hash, 'heldBy', held_by(sender.id, ended_since));
END $$;

-- Whether one reply to this account may go at once, as the claim of a queued one would decide: no earlier reply of the account waits or is
-- under way, the channel does not rest, and its pace has room, which is then taken. Claims happen behind the same lock, held until
-- the transaction ends; nobody waits for it here: while another has it, the reply is queued like any other.
-- `place`: owner, until; at (milliseconds), perSecond, perMinute, chatBurst (each null: no limit), memoryMs; ended: rows that this
-- instance has sent already and is about to write down.
CREATE OR REPLACE FUNCTION pass_gate(of_channel text, of_account uuid, place jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  gate jsonb;
  at_ms bigint := (place->>'at')::bigint;
  memory_ms bigint := (place->>'memoryMs')::bigint;
  kept jsonb;
  has_room boolean;
BEGIN
  SELECT value INTO gate FROM setting WHERE key = 'outbox.gate.' || of_channel FOR UPDATE SKIP LOCKED;
  IF NOT FOUND OR (gate->>'pausedUntil')::numeric > at_ms THEN
    RETURN false;
  END IF;
  PERFORM 1 FROM outbox
  WHERE account_id = of_account AND state IN ('QUEUED', 'SENDING')
    AND CASE state WHEN 'QUEUED' THEN kind = 'REPLY' ELSE NOT place->'ended' @> to_jsonb(seq::text) END;
  IF FOUND THEN
    RETURN false;
  END IF;
  IF memory_ms = 0 THEN
    RETURN true;
  END IF;
  SELECT coalesce(jsonb_agg(s ORDER BY n), '[]'),
    (place->>'perSecond' IS NULL OR count(*) FILTER (WHERE sent > at_ms - 1000) < (place->>'perSecond')::int)
      AND (place->>'perMinute' IS NULL OR count(*) FILTER (WHERE sent > at_ms - 60000) < (place->>'perMinute')::int)
      AND (place->>'chatBurst' IS NULL
        OR count(*) FILTER (WHERE s->>0 = of_account::text AND sent > at_ms - (place->>'chatBurst')::bigint * 1000)
          < (place->>'chatBurst')::int)
  INTO kept, has_room
  FROM jsonb_array_elements(gate->'sends') WITH ORDINALITY AS x(s, n), LATERAL (SELECT (s->>1)::bigint AS sent) AS t
  WHERE sent > at_ms - memory_ms AND sent <= at_ms + 1000;
  IF has_room THEN
    UPDATE setting SET value = jsonb_set(gate, '{sends}', kept || jsonb_build_array(jsonb_build_array(of_account, at_ms)))
    WHERE key = 'outbox.gate.' || of_channel;
  END IF;
  RETURN has_room;
END $$;

-- Writes answers, new states of drafts (`changes`, in their order), a draft that begins, the state of the chat and the replies.
-- A draft begins in the place of an open one of the same form, key and owner in which nothing was answered yet. When something
-- was, or when the older one is confirmed and waits for its files, neither the new draft nor anything after it is written, and
-- the id of the older one is `open_draft`. `place` NULL: nothing is sent at once. `born`: the first reply, leased to the owner of the place;
-- NULL: all are queued. Later ones wait behind the first.
CREATE OR REPLACE FUNCTION keep_turn(turn jsonb, now_at timestamptz, place jsonb, OUT open_draft uuid, OUT born bigint) LANGUAGE plpgsql AS $$
DECLARE
  talk jsonb := turn->'talk';
  begun jsonb := turn->'begun';
  to_account uuid := (talk->>'accountId')::uuid;
  of_person uuid;
  goes boolean;
  kept jsonb;
  older record;
BEGIN
  FOR kept IN SELECT jsonb_array_elements(turn->'answers') LOOP
    INSERT INTO answer (draft_id, field, value, typed, at)
    VALUES ((kept->>'draftId')::uuid, kept->>'field', nullif(kept->'value', 'null'), kept->>'typed', now_at)
    ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at;
  END LOOP;
  FOR kept IN SELECT jsonb_array_elements(turn->'changes') LOOP
    UPDATE draft SET position = kept->>'position', pending = nullif(kept->'pending', 'null'), params = kept->'params',
      form_version = (kept->>'formVersion')::int, revision = revision + 1, updated_at = now_at,
      state = coalesce((kept->>'ends')::"DraftState", state)
    WHERE id = (kept->>'id')::uuid AND (kept->>'ends' IS NULL OR state = 'OPEN');
    -- A form is submitted once.
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the draft has ended in another chat';
    END IF;
    IF kept ? 'waits' THEN
      UPDATE draft SET confirmed_at = (kept->'waits'->>'confirmedAt')::timestamptz,
        claimed_at = (kept->'waits'->>'claimedAt')::timestamptz, confirmed_in = (kept->'waits'->>'confirmedIn')::uuid,
        waits_for = ARRAY(SELECT jsonb_array_elements_text(kept->'waits'->'files')::uuid)
      WHERE id = (kept->>'id')::uuid;
    END IF;
  END LOOP;
  IF begun <> 'null' THEN
    of_person := (begun->>'personId')::uuid;
    FOR older IN
      SELECT d.id, d.state = 'WAITING' OR EXISTS (SELECT FROM answer a WHERE a.draft_id = d.id) AS has_answers FROM draft d
      WHERE d.form = begun->>'form' AND d.key = begun->>'key' AND d.state IN ('OPEN', 'WAITING')
        AND (d.person_id = of_person OR of_person IS NULL AND d.person_id IS NULL AND d.account_id = (begun->>'accountId')::uuid)
      ORDER BY has_answers DESC, d.id
    LOOP
      IF older.has_answers THEN
        open_draft := older.id;
        RETURN;
      END IF;
      UPDATE draft SET state = 'CANCELLED' WHERE id = older.id;
    END LOOP;
    INSERT INTO draft (id, person_id, account_id, form, form_version, key, params, position, created_at, updated_at)
    VALUES ((begun->>'id')::uuid, of_person, (begun->>'accountId')::uuid, begun->>'form', (begun->>'formVersion')::int,
      begun->>'key', begun->'params', begun->>'position', now_at, now_at);
  END IF;
  UPDATE conversation SET prompt_no = (talk->>'promptNo')::int, prompt = nullif(talk->'prompt', 'null'),
    draft_id = (talk->>'draftId')::uuid, last_inbound_at = now_at
  WHERE account_id = to_account;
  goes := place IS NOT NULL AND turn->'replies' <> '[]' AND pass_gate(talk->>'channel', to_account, place);
  FOR kept IN SELECT jsonb_array_elements(turn->'replies') LOOP
    IF goes THEN
      INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at, state, attempts, lease_owner, lease_until)
      VALUES (kept->>'key', to_account, talk->>'channel', 'REPLY', kept->'body', now_at, now_at,
        'SENDING', 1, place->>'owner', (place->>'until')::timestamptz)
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING seq INTO born;
      goes := false;
    ELSE
      INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
      VALUES (kept->>'key', to_account, talk->>'channel', 'REPLY', kept->'body', now_at, now_at)
      ON CONFLICT (dedupe_key) DO NOTHING;
    END IF;
  END LOOP;
END $$;
