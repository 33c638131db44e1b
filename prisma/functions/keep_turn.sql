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
        AND (d.campaign_id IS NULL OR begun->>'campaignId' IS NULL OR d.campaign_id = (begun->>'campaignId')::uuid)
        AND (d.person_id = of_person OR of_person IS NULL AND d.person_id IS NULL AND d.account_id = (begun->>'accountId')::uuid)
      ORDER BY has_answers DESC, d.id
    LOOP
      IF older.has_answers THEN
        open_draft := older.id;
        RETURN;
      END IF;
      UPDATE draft SET state = 'CANCELLED' WHERE id = older.id;
    END LOOP;
    INSERT INTO draft (id, person_id, account_id, form, form_version, key, campaign_id, params, position, created_at, updated_at)
    VALUES ((begun->>'id')::uuid, of_person, (begun->>'accountId')::uuid, begun->>'form', (begun->>'formVersion')::int,
      begun->>'key', (begun->>'campaignId')::uuid, begun->'params', begun->>'position', now_at, now_at);
  END IF;
  UPDATE conversation SET prompt_no = (talk->>'promptNo')::int, prompt = nullif(talk->'prompt', 'null'),
    draft_id = (talk->>'draftId')::uuid, last_inbound_at = now_at,
    campaign_id = CASE WHEN talk ? 'campaignId' THEN (talk->>'campaignId')::uuid ELSE campaign_id END
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
