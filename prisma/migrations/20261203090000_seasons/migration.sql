-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "code_mark" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "campaign_id" UUID;

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "campaign_id" UUID;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "campaign_id" UUID;

-- AlterTable
ALTER TABLE "web_session" ADD COLUMN     "campaign_id" UUID;

-- AddForeignKey
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Until now there was one campaign at a time: what is under way is of that one.
UPDATE "draft" SET "campaign_id" = c."id" FROM "campaign" c
WHERE c."is_active" AND "draft"."state" IN ('OPEN', 'WAITING') AND "draft"."person_id" IS NOT NULL;
UPDATE "outbox" SET "campaign_id" = c."id" FROM "campaign" c WHERE c."is_active" AND "outbox"."kind" <> 'REPLY';

-- Changes whenever a campaign is loaded, changed, opened or closed: what was read of them before is read anew. NULL: there is none.
CREATE OR REPLACE FUNCTION campaigns_mark() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws(':', code, plan_hash, state, is_active), ' ' ORDER BY code) FROM campaign
$$;

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
