-- Writes answers, new states of drafts (`changes`, in their order), a draft that begins, the state of the chat and the replies.
-- A draft begins in the place of an open one of the same form, key and owner in which nothing was answered yet. When something
-- was, or when the older one is confirmed and waits for its files, neither the new draft nor anything after it is written, and
-- the id of the older one is `open_draft`. `place` NULL: nothing is sent at once. `born`: the first reply, leased to the owner of the place;
-- NULL: all are queued. Later ones wait behind the first.
CREATE OR REPLACE FUNCTION keep_turn(turn jsonb, now_at timestamptz, place jsonb, OUT open_draft uuid, OUT born bigint) LANGUAGE plpgsql AS $$
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
