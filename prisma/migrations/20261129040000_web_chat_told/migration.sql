-- Whoever keeps web chats open is told which account has something new, whichever process wrote it: nobody need look again and again.
CREATE FUNCTION tell_web_chat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('web_chat', (CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END) ->> TG_ARGV[0]);
  RETURN NULL;
END
$$;

CREATE TRIGGER chat_line_told AFTER INSERT ON chat_line
  FOR EACH ROW EXECUTE FUNCTION tell_web_chat('account_id');

-- A page whose session has ended is sent away.
CREATE TRIGGER web_session_end_told AFTER DELETE ON web_session
  FOR EACH ROW EXECUTE FUNCTION tell_web_chat('account_id');

CREATE TRIGGER web_account_leaving_told AFTER UPDATE OF person_id ON account
  FOR EACH ROW WHEN (OLD.channel = 'web' AND OLD.person_id IS DISTINCT FROM NEW.person_id)
  EXECUTE FUNCTION tell_web_chat('id');
