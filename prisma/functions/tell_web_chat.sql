-- Whoever keeps web chats open is told which account has something new, whichever process wrote it: nobody need look again and again.
CREATE OR REPLACE FUNCTION tell_web_chat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('web_chat', (CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END) ->> TG_ARGV[0]);
  RETURN NULL;
END
$$;
