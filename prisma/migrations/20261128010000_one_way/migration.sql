-- One event, one transaction, one way: nothing is decided any more from what an instance remembers.
DROP FUNCTION turn_at_once(jsonb, text, timestamptz);
