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
