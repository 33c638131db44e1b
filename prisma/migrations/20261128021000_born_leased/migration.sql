-- A reply is born leased to the instance that has taken its event, which sends it from memory as soon as it is committed. Nothing
-- has to be claimed; a crash leaves a lease that runs out.
DROP FUNCTION keep_turn(jsonb, timestamptz);

-- Whether one reply to this account may go at once, as the claim of a queued one would decide: no earlier reply of the account waits or is
-- under way, the channel does not rest, and its pace has room, which is then taken. Claims happen behind the same lock, held until
-- the transaction ends; nobody waits for it here: while another has it, the reply is queued like any other.
-- `place`: owner, until; at (milliseconds), perSecond, perMinute (or null), chatBurst, memoryMs; ended: rows that this instance
-- has sent already and is about to write down.
CREATE FUNCTION pass_gate(of_channel text, of_account uuid, place jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  gate jsonb;
  at_ms bigint := (place->>'at')::bigint;
  kept jsonb;
  has_room boolean;
BEGIN
  SELECT value INTO gate FROM setting WHERE key = 'outbox.gate.' || of_channel FOR UPDATE SKIP LOCKED;
  IF NOT FOUND OR (gate->>'pausedUntil')::numeric > at_ms THEN
    RETURN false;
  END IF;
  PERFORM 1 FROM outbox
  WHERE account_id = of_account AND state = 'QUEUED' AND kind = 'REPLY'
    OR account_id = of_account AND state = 'SENDING' AND NOT place->'ended' @> to_jsonb(seq::text);
  IF FOUND THEN
    RETURN false;
  END IF;
  SELECT coalesce(jsonb_agg(s ORDER BY n), '[]'),
    count(*) FILTER (WHERE sent > at_ms - 1000) < (place->>'perSecond')::int
      AND (place->>'perMinute' IS NULL OR count(*) FILTER (WHERE sent > at_ms - 60000) < (place->>'perMinute')::int)
      AND count(*) FILTER (WHERE s->>0 = of_account::text AND sent > at_ms - (place->>'chatBurst')::bigint * 1000)
        < (place->>'chatBurst')::int
  INTO kept, has_room
  FROM jsonb_array_elements(gate->'sends') WITH ORDINALITY AS x(s, n), LATERAL (SELECT (s->>1)::bigint AS sent) AS t
  WHERE sent > at_ms - (place->>'memoryMs')::bigint AND sent <= at_ms + 1000;
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
CREATE FUNCTION keep_turn(turn jsonb, now_at timestamptz, place jsonb, OUT open_draft uuid, OUT born bigint) LANGUAGE plpgsql AS $$
DECLARE
  goes boolean;
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
      state = coalesce((kept->>'ends')::"DraftState", state),
      confirmed_at = (kept->'waits'->>'confirmedAt')::timestamptz, claimed_at = (kept->'waits'->>'claimedAt')::timestamptz,
      confirmed_in = (kept->'waits'->>'confirmedIn')::uuid,
      waits_for = ARRAY(SELECT jsonb_array_elements_text(coalesce(kept->'waits'->'files', '[]'))::uuid)
    WHERE id = (kept->>'id')::uuid AND (kept->>'ends' IS NULL OR state = 'OPEN');
    -- A form is submitted once.
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the draft has ended in another chat';
    END IF;
  END LOOP;
  IF turn->>'begun' IS NOT NULL THEN
    person_id_ := (turn->'begun'->>'personId')::uuid;
    FOR older IN
      SELECT d.id, d.state = 'WAITING' OR EXISTS (SELECT FROM answer a WHERE a.draft_id = d.id) AS has_answers FROM draft d
      WHERE d.form = turn->'begun'->>'form' AND d.key = turn->'begun'->>'key' AND d.state IN ('OPEN', 'WAITING')
        AND (d.person_id = person_id_
          OR person_id_ IS NULL AND d.person_id IS NULL AND d.account_id = (turn->'begun'->>'accountId')::uuid)
      ORDER BY has_answers DESC, d.id
    LOOP
      IF older.has_answers THEN
        open_draft := older.id;
        RETURN;
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
  goes := place IS NOT NULL AND jsonb_array_length(turn->'replies') > 0
    AND pass_gate(turn->'talk'->>'channel', (turn->'talk'->>'accountId')::uuid, place);
  WITH queued AS (
    INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at, state, attempts, lease_owner, lease_until)
    SELECT x.reply->>'key', (turn->'talk'->>'accountId')::uuid, turn->'talk'->>'channel', 'REPLY', x.reply->'body', now_at, now_at,
      CASE WHEN is_born THEN 'SENDING' ELSE 'QUEUED' END::"OutboxState", is_born::int,
      CASE WHEN is_born THEN place->>'owner' END, CASE WHEN is_born THEN (place->>'until')::timestamptz END
    FROM jsonb_array_elements(turn->'replies') WITH ORDINALITY AS x(reply, nth), LATERAL (SELECT goes AND nth = 1 AS is_born) AS b
    ON CONFLICT (dedupe_key) DO NOTHING
    RETURNING seq, state
  )
  SELECT seq INTO born FROM queued WHERE state = 'SENDING';
END $$;
