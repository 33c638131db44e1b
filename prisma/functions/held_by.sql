-- What a chat is held by: the oldest letter nobody has decided on, or one that has ended since `ended_since`. NULL: the chat is free.
CREATE OR REPLACE FUNCTION held_by(of_account uuid, ended_since timestamptz) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
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
